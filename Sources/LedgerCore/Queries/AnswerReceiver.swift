/// Takes the answer to a query, row by row.
public protocol AnswerReceiver {
  /// Begins with the names of the columns.
  mutating func begin(_ columns: [String]) throws

  /// Takes a row, which is lent: the next one may reuse its memory.
  mutating func add(_ row: some AnswerRow) throws
}

/// The whole answer to a query, in memory.
public struct Answer: Equatable, Sendable, AnswerReceiver {
  /// The names of the columns.
  public private(set) var columns: [String] = []
  /// The rows.
  public private(set) var rows: [[AnswerValue]] = []
  /// Whether there were more rows than the limit.
  public internal(set) var isCut = false

  /// An answer that nothing has been added to.
  public init() {}

  /// Begins with the names of the columns.
  public mutating func begin(_ columns: [String]) { self.columns = columns }

  /// Adds a row.
  public mutating func add(_ row: some AnswerRow) {
    rows.append((0..<row.count).map(row.answer))
  }
}
