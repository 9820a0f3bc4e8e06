package import LedgerCore

extension VoidRecord {
  /// What was taken back, in a sentence; `named`: the entry that was to be voided.
  package func sentence(naming named: Int64) -> String {
    let entries =
      voided.count == 1
      ? "entry \(named)" : "the \(voided.count) entries of the import of entry \(named)"
    return "voided \(entries) in entry \(entry): \(counts.phrase)"
  }
}
