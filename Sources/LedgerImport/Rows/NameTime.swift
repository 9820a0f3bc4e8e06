import LedgerCore

/// A time that the name of a file has somewhere, in a format of digits and marks.
struct NameTime: Sendable {
  private let format: ProfileTimeFormat
  /// How many bytes such a time has.
  private let count: Int

  /// - Throws: ``TimeFormatError``
  init(_ pattern: String) throws(TimeFormatError) {
    format = try ProfileTimeFormat(pattern)
    count = pattern.utf8.count { $0 != UInt8(ascii: "'") }
  }

  /// The first such time in a name; `nil` if there is none, or if a zone is missing.
  func instant(in name: String, zone: TimeZone?) -> Instant? {
    let bytes = Array(name.utf8)
    guard bytes.count >= count else { return nil }
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place])
    }
    for start in 0...bytes.count - count where !isDigit(start - 1) && !isDigit(start + count) {
      let part = bytes.span.extracting(start..<start + count)
      do throws(TimeError) { return try format.instant(part, zone: zone) } catch { continue }
    }
    return nil
  }
}
