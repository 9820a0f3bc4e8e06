public import LedgerCore

/// A query to save, in words.
public struct QueryWords: Equatable, Sendable {
  /// The name by which it is run.
  public var name: String
  /// One statement that reads.
  public var statement: String
  /// What it answers.
  public var description: String?
  /// Default values of its parameters.
  public var defaults: [QueryParameter]
  /// The other books that it reads.
  public var attachments: [Query.Attachment]

  /// Makes a query.
  public init(
    name: String, statement: String, description: String? = nil, defaults: [QueryParameter] = [],
    attachments: [Query.Attachment] = []
  ) {
    self.name = name
    self.statement = statement
    self.description = description
    self.defaults = defaults
    self.attachments = attachments
  }
}

extension Book {
  /// The query that words describe, with the parameters of its statement; ``KeepsQueries`` records
  /// it.
  ///
  /// - Throws: ``QueryFault`` if it is not a statement that reads, or has no parameter that a
  ///   default is for; ``LedgerError`` that names the word that is wrong.
  public func query(_ words: QueryWords) throws -> SavedQuery {
    let text = SQLStatements.trimmed(words.statement)
    let names = try sql().parameters(of: Query(text, attachments: words.attachments))
    // Refuses a parameter that is given twice.
    _ = try QueryParameter.values(words.defaults)
    return try SavedQuery(
      name: words.name, statement: text, description: words.description,
      parameters: QueryParameter.declared(names, defaults: words.defaults))
  }
}
