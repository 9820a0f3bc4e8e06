public import LedgerCore

extension Book {
  /// Takes an entry back, or all of the imported file that it is a part of.
  ///
  /// Of an entry that is a void itself, the counts and sales that it took back are recorded again,
  /// as long as nothing else has taken their place.
  ///
  /// `isTrial`: only say what would be taken back.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  public func void(
    _ entry: Int64, _ extent: VoidExtent = .file, reason: String, as draft: Entry.Draft,
    isTrial: Bool = false
  ) throws -> VoidRecord {
    try ledger.together {
      let isEmpty = try ledger.entry(entry)?.counts == Entry.Counts()
      let taken = isEmpty ? try entries { $0.voidedBy == entry } : []
      return taken.isEmpty
        ? try ledger.void(entry, extent, reason: reason, as: draft)
        : try VoidedVoid(entry: entry, taken: taken, ledger: ledger).record(as: draft)
    } isKept: { _ in
      !isTrial
    }
  }

  /// The entries that are taken back with one, oldest first: those of the imported file that it is
  /// a part of, or itself; without those that are voided already.
  ///
  /// - Throws: ``LedgerError``
  public func entriesVoided(with entry: Int64) throws(LedgerError) -> [Entry] {
    guard let own = try ledger.entry(entry), own.voidedBy == nil else { return [] }
    guard let file = own.firstOfImport else { return [own] }
    return try entries { $0.firstOfImport == file && $0.voidedBy == nil }
  }

  /// Some entries, oldest first.
  private func entries(where isIncluded: (Entry) -> Bool) throws(LedgerError) -> [Entry] {
    try ledger.entries(limit: nil).reversed().filter(isIncluded)
  }
}
