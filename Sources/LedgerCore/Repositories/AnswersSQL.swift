/// A ledger that answers queries in SQL by people whom the book need not trust.
///
/// Each query has a connection of its own, which can only read and is thrown away after it. So it
/// sees what has been committed when it begins, also within ``Ledger/reading(_:)`` and
/// ``Ledger/together(_:isKept:)``, and leaves the ledger as it was. A book in memory cannot be
/// asked within these.
public protocol AnswersSQL: Ledger {
  /// Runs a query, and passes on the names of the columns, then each row.
  ///
  /// `isCancelled` is called from time to time, on the same thread, and returns whether to stop; a
  /// single call of a function of SQL may take long without it.
  ///
  /// - Throws: ``QueryFault`` if the statement is wrong, is not one statement, would do more than
  ///   read, exceeds a limit or was stopped; ``LedgerError`` for an attachment that cannot be read;
  ///   otherwise what the receiver throws.
  func ask<Receiver: AnswerReceiver>(
    _ query: Query, to receiver: inout Receiver, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> Query.Result

  /// Sentences about comparisons in a statement that never mean what they seem to mean.
  ///
  /// - Throws: ``LedgerError``
  func hints(on query: Query) throws(LedgerError) -> [String]

  /// The parameters of a statement, in the order of their first use, with their prefix.
  ///
  /// - Throws: ``QueryFault`` if it is not a statement that reads, or has a parameter without a
  ///   name.
  func parameters(of query: Query) throws -> [String]

  /// The tables and views of the book and of attached ones, and their columns.
  ///
  /// - Throws: ``LedgerError``
  func names(attaching others: [Query.Attachment]) throws(LedgerError) -> SchemaNames

  /// Describes every table and view, views first, each with its columns.
  ///
  /// - Throws: ``LedgerError``
  func schema() throws(LedgerError) -> [SchemaDescription]
}

extension AnswersSQL {
  /// Runs a query, and returns the whole answer.
  ///
  /// Give it a limit of rows: all of them are held in memory.
  ///
  /// - Throws: ``QueryFault``, ``LedgerError``
  public func answer(
    _ query: Query, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Answer {
    var answer = Answer()
    answer.isCut = try ask(query, to: &answer, isCancelled: isCancelled).isCut
    return answer
  }
}
