package import LedgerCore

extension BookCopy {
  /// Where the copy is, and how far it goes.
  package var text: String {
    let extent =
      lastEntry.map { "up to entry \($0.number), recorded at \(clockText($0.recordedAt))" }
      ?? "an empty book"
    let digests = checkedDigests.map { number in
      " and \(grouped(number)) \(number == 1 ? "digest" : "digests")"
    }
    return "\(quoted(path)): \(extent); \(grouped(bytes)) bytes; "
      + "checked: the file's pages\(digests ?? "")"
  }
}
