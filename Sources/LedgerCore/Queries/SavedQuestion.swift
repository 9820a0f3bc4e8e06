/// A question that a book keeps under a name, or that the program ships.
public struct SavedQuestion: Equatable, Sendable {
  /// What its statement calls `:name`.
  public struct Parameter: Equatable, Sendable {
    /// Its name, without the colon.
    public let name: String
    /// What its values are, as a parameter's type is called; `nil` for what they look like.
    public let type: String?
    /// The value where none is given; `nil` where one has to be.
    public let value: String?

    /// Makes a parameter.
    public init(name: String, type: String? = nil, value: String? = nil) {
      self.name = name
      self.type = type
      self.value = value
    }
  }

  /// The name under which it is asked for.
  public let name: String
  /// One statement that reads; `nil` where the name is retired.
  public let statement: String?
  /// What it asks, in words.
  public let description: String?
  /// In the order of their first use.
  public let parameters: [Parameter]

  /// Makes a question; whether its statement is one, the book says.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` where the name is no short name in
  ///   lower case, or the description no line of text.
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

  /// As it stands in the book, or is to.
  package init(
    recorded name: String, statement: String?, description: String?, parameters: [Parameter]
  ) {
    self.name = name
    self.statement = statement
    self.description = description
    self.parameters = parameters
  }
}

extension SavedQuestion: Fact {
  /// `question "best-shows"`.
  public var subject: String { "question \(quoted(name))" }

  /// Everything beside the name.
  public var values: [(field: String, text: String)] {
    [
      ("statement", statement.map(quoted) ?? "–"),
      ("description", description.map(quoted) ?? "–"),
    ]
  }

  /// A name has one statement at a time.
  public var remedy: LedgerError.ConflictRemedy { .newVersion }
}

/// A version of a saved question.
public struct SavedQuestionRecord: Equatable, Sendable {
  /// What it was.
  public let question: SavedQuestion
  /// Which version of its name, from 1 on; 0 for one that the program ships.
  public let version: Int
  /// The entry that saved it; `nil` for one that the program ships.
  public let entry: Int64?
  /// When that was.
  public let recordedAt: Instant?
  /// The entry that took it back.
  public let voidedBy: Int64?

  package init(
    question: SavedQuestion, version: Int, entry: Int64?, recordedAt: Instant?, voidedBy: Int64?
  ) {
    self.question = question
    self.version = version
    self.entry = entry
    self.recordedAt = recordedAt
    self.voidedBy = voidedBy
  }
}
