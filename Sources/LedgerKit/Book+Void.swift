public import LedgerCore

extension Book {
  /// Takes an entry back, or all of the imported file that it is a part of.
  ///
  /// `isTrial`: only say what would be taken back.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  public func void(
    _ entry: Int64, _ extent: VoidExtent = .file, reason: String, as draft: Entry.Draft,
    isTrial: Bool = false
  ) throws -> VoidRecord {
    try ledger.together(
      { try ledger.void(entry, extent, reason: reason, as: draft) }, isKept: { _ in !isTrial })
  }

  /// The entries that are taken back with one, oldest first: those of the imported file that it is
  /// a part of, or itself; without those that are voided already.
  ///
  /// - Throws: ``LedgerError``
  public func entriesVoided(with entry: Int64) throws(LedgerError) -> [Entry] {
    guard let own = try ledger.entry(entry), own.voidedBy == nil else { return [] }
    guard let file = own.firstOfImport else { return [own] }
    return try ledger.entries(limit: nil).reversed()
      .filter { $0.firstOfImport == file && $0.voidedBy == nil }
  }
}
