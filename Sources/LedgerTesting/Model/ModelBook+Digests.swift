import Digest
import LedgerCore

/// Receipts: the SHA-256 of an entry as text, after the digest of the entry before it.
///
/// The text is that of Swift's own descriptions of the values, so it holds for one build of the
/// program: nothing else reads it.
extension ModelBook {
  func receipt(_ entry: Int64) -> Receipt {
    Receipt(entry: entry, digest: digests[Int(entry) - 1])
  }

  func digest(of entry: Int64, after previous: String?) throws(LedgerError) -> String {
    let text = ([previous ?? ""] + lines(of: entry)).joined(separator: "\n")
    do {
      return try SHA256.digest(of: Array(text.utf8)).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    } catch {
      throw .storage("\(error)")
    }
  }

  /// An entry and its facts in the order in which they were recorded, each as a line.
  private func lines(of entry: Int64) -> [String] {
    func lines<F>(_ facts: [Recorded<F>]) -> [String] {
      facts.filter { $0.entry == entry }.map { String(reflecting: $0.fact) }
    }
    let head = [
      "\(entry)", String(reflecting: drafts[Int(entry) - 1]),
      String(reflecting: imports[entry]), String(reflecting: reasons[entry]),
      String(reflecting: voids.filter { $0.value == entry }.keys.sorted()),
    ]
    let numbers = lines(events) + lines(amendments) + lines(counts) + lines(sales) + lines(totals)
    let programme = lines(claims) + lines(surveys) + lines(rates) + lines(memberships)
    let other = targets.filter { $0.entry == entry }.map { String(reflecting: $0) }
    return head + numbers + programme + other + lines(acceptances) + lines(settings)
  }
}
