package import LedgerCore
package import Rows

/// What an engine itself can check of a book, besides what the rows say.
package protocol StorageChecks {
  /// Compares the schema, and the rows that migrations fill in, with what migrations make.
  ///
  /// - Throws: ``StorageError`` if it cannot be read.
  func checkSchema(_ result: inout Verification) throws(StorageError)

  /// Checks that the rows that foreign keys name are there, except in some tables.
  ///
  /// - Throws: ``StorageError`` if they cannot be read.
  func checkReferences(
    except large: Set<String>, _ result: inout Verification
  ) throws(StorageError)

  /// Checks what the rows are stored in.
  ///
  /// - Throws: ``StorageError`` if it cannot be read.
  func checkFile(_ result: inout Verification) throws(StorageError)
}
