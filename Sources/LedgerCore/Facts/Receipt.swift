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
    do throws(LedgerError) { self = try Receipt(reading: text) } catch { return nil }
  }

  /// Reads what ``description`` writes.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` that says what is wrong with it.
  public init(reading text: String) throws(LedgerError) {
    func fault(_ reason: String) -> LedgerError {
      .invalid(field: "receipt", value: text, reason: reason)
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw fault("is not a receipt: one is written as ENTRY:DIGEST, with one colon")
    }
    guard let entry = Int64(parts[0]), entry > 0 else {
      throw fault("does not begin with the number of an entry")
    }
    let digest = parts[1].lowercased()
    guard digest.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      throw fault("has a digest that is not hexadecimal: copy all of it")
    }
    guard digest.utf8.count == 64 else {
      throw fault(
        "has a digest of \(digest.utf8.count) hexadecimal digits, not 64: copy all of it")
    }
    self.init(entry: entry, digest: digest)
  }
}

extension Receipt: CustomStringConvertible {
  /// `12:ab34…`, with all digits.
  public var description: String { "\(entry):\(digest)" }
}
