package import LedgerCore
import Rows

extension StoredLedger {
  /// Empties texts wherever they were recorded, also in facts that were voided since.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``, ``LedgerError/unknownEntry(_:last:)``,
  ///   ``LedgerError/wrongState(_:)``
  package func forget(
    _ words: PersonalWords, as draft: Entry.Draft
  ) throws(LedgerError) -> Forgetting {
    try write { () throws(StorageError) in
      try Forgetter(session: session).forget(words, as: draft)
    }.get()
  }
}
