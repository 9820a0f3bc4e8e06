/// A digest of an entry and of all entries before it.
///
/// Anyone who keeps it outside the book can prove that nothing up to the entry was changed since.
public struct Receipt: Equatable, Sendable {
  /// The entry's number.
  public let entry: Int64
  /// The SHA-256 of the entry and of all before it, in 64 lower-case hexadecimal digits.
  public let digest: String

  /// Makes a receipt.
  public init(entry: Int64, digest: String) {
    self.entry = entry
    self.digest = digest
  }

  /// Reads what ``description`` writes; `nil` for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let entry = Int64(parts[0]), entry > 0, parts[1].utf8.count == 64,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { return nil }
    self.init(entry: entry, digest: parts[1].lowercased())
  }
}

extension Receipt: CustomStringConvertible {
  /// `12:ab34…`, with all digits.
  public var description: String { "\(entry):\(digest)" }
}
