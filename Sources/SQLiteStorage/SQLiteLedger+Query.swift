import BookStorage
package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Runs a query, and passes on the names of the columns, then each row.
  ///
  /// - Throws: ``QueryFault``, ``LedgerError``, or what the receiver throws.
  package func ask<Receiver: AnswerReceiver>(
    _ query: Query, to receiver: inout Receiver,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Query.Result {
    try session(attaching: query.attachments)
      .ask(query, to: &receiver, isCancelled: isCancelled)
  }

  /// Sentences about comparisons in a statement that never mean what they seem to mean.
  ///
  /// - Throws: ``LedgerError``
  package func hints(on query: Query) throws(LedgerError) -> [String] {
    guard RawColumnHints.isWorthwhile(query.sql) else { return [] }
    return RawColumnHints(query.sql, names: try names(attaching: query.attachments)).hints
  }

  /// The parameters of a statement, in the order of their first use, with their prefix.
  ///
  /// - Throws: ``QueryFault``, ``LedgerError``
  package func parameters(of query: Query) throws -> [String] {
    try session(attaching: query.attachments).parameters(of: query.sql)
  }

  /// The tables and views of the book and of attached ones, and their columns.
  ///
  /// - Throws: ``LedgerError``
  package func names(attaching others: [Query.Attachment]) throws(LedgerError) -> SchemaNames {
    try session(attaching: others).names()
  }

  /// Limits the memory that SQLite may use in this whole process, in bytes.
  ///
  /// SQLite has no such limit for a single connection; so it is for a process that does nothing but
  /// run a query.
  package static func limitMemoryOfProcess(bytes: Int64) { Connection.limitMemory(bytes: bytes) }

  /// A new connection for one query.
  package func session(attaching others: [Query.Attachment] = []) throws(LedgerError)
    -> QuerySession
  {
    guard reopening != nil || !connection.isInTransaction else {
      throw .wrongState("a book in memory answers no query within a transaction")
    }
    // The path may lead to another file than the one that is open.
    try file?.confirm(isRecorded: nil)
    let own = try mapped { () throws(StorageError) -> Connection in
      guard let reopening else {
        // A book in memory is nobody else's: a query gets a copy.
        let copy = try Connection(inMemory: ())
        try connection.copy(to: copy)
        return copy
      }
      return try Self.connected(
        path, reopening.mode, vfs: reopening.vfs, waitingSeconds: waitingSeconds
      ).connection
    }
    if own.hasMoved { throw .moved(path: path, isRecorded: nil) }
    if olderVersion != nil { try mapped { () throws(StorageError) in try Overlay(own).lay() } }
    return try QuerySession(
      own, path: path, attaching: others, restrictions: restrictions,
      isOverlaid: olderVersion != nil
    ) { path throws(LedgerError) in
      let other = try SQLiteLedger.open(path, for: .reading)
      if let loss = other.loss { throw loss }
      return (other, other.isStill)
    }
  }
}
