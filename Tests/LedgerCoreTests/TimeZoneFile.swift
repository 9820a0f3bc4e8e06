/// Writes TZif files for tests, right ones and wrong ones.
struct TimeZoneFile {
  var version: UInt8 = UInt8(ascii: "2")
  var changes: [(instant: Int64, type: UInt8)] = []
  var offsets: [Int32] = [0]
  var names = Array("LMT\0".utf8)
  var leapSeconds = 0
  var footer = ""

  var bytes: [UInt8] {
    guard version > 0 else { return block(timeSize: 4) }
    var first = self
    first.changes = []
    return first.block(timeSize: 4) + block(timeSize: 8) + Array("\n\(footer)\n".utf8)
  }

  private func block(timeSize: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leapSeconds, changes.count, offsets.count, names.count] {
      bytes += Self.bigEndian(Int64(count), size: 4)
    }
    for change in changes { bytes += Self.bigEndian(change.instant, size: timeSize) }
    bytes += changes.map(\.type)
    for offset in offsets { bytes += Self.bigEndian(Int64(offset), size: 4) + [0, 0] }
    bytes += names
    return bytes + [UInt8](repeating: 0, count: leapSeconds * (timeSize + 4))
  }

  private static func bigEndian(_ value: Int64, size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * Int64($0))) }
  }
}
