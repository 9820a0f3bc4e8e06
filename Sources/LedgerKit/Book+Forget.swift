public import LedgerCore
import SQLiteStorage

extension Book {
  /// Forgets words of a person: the name of a creator or an author, or the note of an
  /// entry.
  ///
  /// The words are emptied, for good, wherever they were recorded. Every fact and every receipt
  /// stays what it was; the words read as ``PersonalWords/forgotten(hash:)``. Backups and exports
  /// that were made before still have them.
  ///
  /// `isTrial`: only say what would be forgotten.
  ///
  /// - Throws: ``LedgerError/unknownName(_:_:near:)``, ``LedgerError/unknownEntry(_:last:)``,
  ///   ``LedgerError/wrongState(_:)`` for a note that has no words
  public func forget(
    _ words: PersonalWords, as draft: Entry.Draft, isTrial: Bool = false
  ) throws -> Forgetting {
    try ledger.together({ try ledger.forget(words, as: draft) }, isKept: { _ in !isTrial })
  }

  /// Whether the file itself has what was recorded, which it may not have while others read it.
  ///
  /// Ask after ``close()``.
  public var isMerged: Bool { (ledger as? SQLiteLedger)?.isMerged ?? true }
}
