package import LedgerCore
package import Rows

/// A ledger whose book is rows in an engine: what the contract asks for stands in extensions.
package protocol StoredLedger: KeepsQueries, Portable {
  /// The rows of the book.
  var session: any BookSession { get }
  /// The queries that the program ships, in the SQL of the engine.
  static var shippedQueries: [SavedQuery] { get }

  /// Reads something from one state of the book.
  ///
  /// - Throws: ``LedgerError``
  func read<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T

  /// Records something in one transaction, and nobody else meanwhile.
  ///
  /// `checks`: what the engine is to check in each row, where `body` has not checked it already.
  ///
  /// - Throws: ``LedgerError``
  func write<T>(
    checking checks: RowChecks, _ body: () throws(StorageError) -> T
  ) throws(LedgerError) -> T

  /// Runs `body`, and says what an error of the engine means for this book.
  ///
  /// - Throws: ``LedgerError``
  func mapped<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T

  /// What the engine itself checks.
  func storageChecks() -> any StorageChecks
}

extension StoredLedger {
  func write<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T {
    try write(checking: [.foreignKeys, .constraints], body)
  }
}
