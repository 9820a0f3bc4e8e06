package import LedgerCore

extension Forgetting {
  /// What was forgotten and what could not be, in sentences; `isTrial`: nothing was changed.
  package func sentences(isTrial: Bool) -> [String] {
    var sentences: [String] = []
    if forgotten > 0 {
      let texts = "\(grouped(Int64(forgotten))) \(forgotten == 1 ? "text" : "texts")"
      sentences.append(isTrial ? "would forget \(texts)" : "forgot \(texts) in entry \(entry ?? 0)")
    }
    if let first = plain.first {
      let entries =
        plain.count == 1
        ? "entry \(first) holds" : "\(grouped(Int64(plain.count))) entries from \(first) on hold"
      sentences.append(
        "\(entries) these words in a way that cannot forget them: an older program recorded them")
    }
    return sentences
  }
}
