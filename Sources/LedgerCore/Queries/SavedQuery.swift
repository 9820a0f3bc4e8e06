/// A query that a book keeps under a name, or that the program ships.
public struct SavedQuery: Equatable, Sendable {
  /// A parameter, which the statement calls `:name`.
  public struct Parameter: Equatable, Sendable {
    /// Its name, without the colon.
    public let name: String
    /// The name of the type of its values; `nil` to infer it from each value.
    public let type: String?
    /// The default value; `nil` if a value must be given.
    public let value: String?

    /// Makes a parameter.
    public init(name: String, type: String? = nil, value: String? = nil) {
      self.name = name
      self.type = type
      self.value = value
    }
  }

  /// The name by which it is run.
  public let name: String
  /// One statement that reads; `nil` if the name is retired.
  public let statement: String?
  /// What it answers, in words.
  public let description: String?
  /// Its parameters, in the order of their first use.
  public let parameters: [Parameter]

  /// Makes a query; the book checks its statement.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if the name is not a short name in
  ///   lower case, or the description is not one line of text.
  public init(
    name: String, statement: String, description: String? = nil, parameters: [Parameter] = []
  ) throws(LedgerError) {
    let isName =
      (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
    guard isName else {
      throw .invalid(
        field: "name of a query", value: name,
        reason: "has 1 to 64 lower-case letters, digits, - and _")
    }
    self.init(
      recorded: name, statement: statement,
      description: try description.map { text throws(LedgerError) in
        try checkedText(text, field: "description")
      }, parameters: parameters)
  }

  /// Makes a query as it is in the book, or will be.
  package init(
    recorded name: String, statement: String?, description: String?, parameters: [Parameter]
  ) {
    self.name = name
    self.statement = statement
    self.description = description
    self.parameters = parameters
  }
}

extension SavedQuery: Fact {
  /// `query "best-shows"`.
  public var subject: String { "query \(quoted(name))" }

  /// The statement and the description.
  public var values: [(field: String, text: String)] {
    [
      ("statement", statement.map(quoted) ?? "–"),
      ("description", description.map(quoted) ?? "–"),
    ]
  }

  /// A name has one statement at a time.
  public var remedy: LedgerError.ConflictRemedy { .newVersion }
}

/// A version of a saved query.
public struct SavedQueryRecord: Equatable, Sendable {
  /// The query as this version has it.
  public let query: SavedQuery
  /// The version of its name, from 1 on; 0 for a query that the program ships.
  public let version: Int
  /// The entry that saved it; `nil` for a query that the program ships.
  public let entry: Int64?
  /// When it was saved.
  public let recordedAt: Instant?
  /// The entry that voided it.
  public let voidedBy: Int64?

  /// Makes a version of a saved query.
  public init(
    query: SavedQuery, version: Int, entry: Int64?, recordedAt: Instant?, voidedBy: Int64?
  ) {
    self.query = query
    self.version = version
    self.entry = entry
    self.recordedAt = recordedAt
    self.voidedBy = voidedBy
  }
}
