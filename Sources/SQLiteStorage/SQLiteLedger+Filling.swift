import BookStorage
package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Turns this empty book into another one, from that one's rows: all of it, or nothing.
  ///
  /// `schemaVersion` is the version of the other book, which an older program may have made; the
  /// schema is brought up to date afterwards. `body` adds the rows of every table.
  ///
  /// - Throws: ``LedgerError/notEmpty(path:entries:)``, ``LedgerError/notAsRecorded(_:others:)``,
  ///   ``LedgerError``, or what `body` throws.
  package func fill(schemaVersion: Int, _ body: (any BookFilling) throws -> Void) throws {
    let supported = Migration.all.count
    guard schemaVersion > 0 else {
      throw LedgerError.wrongState("the export has no version of a book: \(schemaVersion)")
    }
    guard schemaVersion <= supported else {
      throw LedgerError.newerBook(path: path, version: schemaVersion, supported: supported)
    }
    try acquire()
    defer { lock?.release() }
    try mapped { () throws(StorageError) in
      try connection.check(.constraints)
      try connection.execute("BEGIN IMMEDIATE")
    }
    do {
      try refuseUnlessEmpty()
      let book = Book(connection: connection)
      let triggers = try mapped { () throws(StorageError) in
        try book.remake(version: schemaVersion)
        return try takeAwayTriggers()
      }
      try body(try mapped { () throws(StorageError) in try StoredFilling(of: self) })
      try mapped { () throws(StorageError) in
        for trigger in triggers { try connection.execute(trigger) }
        try book.apply(Migration.all)
      }
      try refuseUnlessAsRecorded()
      let receipt = try mapped(rows.lastReceipt)
      try mapped { () throws(StorageError) in try connection.execute("COMMIT") }
      needsCheckpoint = lock != nil
      try acknowledge(receipt)
    } catch {
      connection.rollBack()
      throw error
    }
  }

  private func refuseUnlessAsRecorded() throws(LedgerError) {
    // Another connection does not see the rows before they are kept.
    let checks = SQLiteChecks(connection: connection, beside: nil)
    let result = verification(VerificationPlan(), with: checks)
    // What was recorded says more than the totals that follow from it.
    guard let flaw = result.flaws.first(where: { $0.check == .digests }) ?? result.flaws.first
    else { return }
    throw .notAsRecorded(flaw, others: result.found.values.reduce(-1, +))
  }

  private func refuseUnlessEmpty() throws(LedgerError) {
    let last = try mapped { () throws(StorageError) in
      try session.lastEntry()?.number
    }
    if let last { throw .notEmpty(path: path, entries: last) }
  }

  /// Drops all triggers, and returns their statements.
  ///
  /// Triggers guard facts that are recorded one by one; here whole tables arrive in any order, and
  /// are checked as a whole.
  private func takeAwayTriggers() throws(StorageError) -> [String] {
    var statement = try connection.uncachedStatement(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
    let triggers = try statement.rows { row throws(StorageError) in
      (name: try row.text(0), sql: try row.text(1))
    }
    for trigger in triggers { try connection.execute(#"DROP TRIGGER "\#(trigger.name)""#) }
    return triggers.map(\.sql)
  }
}
