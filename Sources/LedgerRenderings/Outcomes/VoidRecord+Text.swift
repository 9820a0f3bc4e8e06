package import LedgerCore

extension VoidRecord {
  /// What was taken back, in a sentence.
  ///
  /// `named`: the entry that was to be voided; `isTrial`: nothing was recorded.
  package func sentence(naming named: Int64, isTrial: Bool = false) -> String {
    if let first = again.first {
      let entries =
        again.count == 1 ? "entry \(first)" : "entries \(first) to \(again.last ?? first)"
      return isTrial
        ? "would record \(counts.phrase) again, which entry \(named) took back"
        : "recorded \(counts.phrase) again in \(entries), which entry \(named) took back"
    }
    let entries = voided.count == 1 ? "entry \(named)" : Self.phrase(voided, of: named)
    return isTrial
      ? "would void \(entries): \(counts.phrase)"
      : "voided \(entries) in entry \(entry): \(counts.phrase)"
  }

  /// What is about to be taken back with an entry, where that is more than the entry.
  package static func announcement(of entries: [Entry], with named: Int64) -> String? {
    guard entries.count > 1 else { return nil }
    let counts = entries.map(\.counts).reduce(Entry.Counts(), +)
    return "voiding \(phrase(entries.map(\.number), of: named)): \(counts.phrase)"
  }

  private static func phrase(_ entries: [Int64], of named: Int64) -> String {
    "the \(grouped(Int64(entries.count))) entries of the import of entry \(named) "
      + "(\(entries.first ?? named) to \(entries.last ?? named))"
  }
}
