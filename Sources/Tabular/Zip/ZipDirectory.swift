/// The directory of a zip file, which is at its end.
///
/// <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>
struct ZipDirectory {
  private static let entryLimit = 10_000
  private static let sizeLimit = 16 << 20

  private(set) var entries: [String: ZipEntry] = [:]

  /// Reads the directory.
  ///
  /// - Throws: `TabularError` if there is none that makes sense.
  init(_ source: ByteSource) throws(TabularError) {
    guard let size = source.size else { throw Self.damaged }
    let end = try Self.end(of: source, size: size)
    guard end.count <= Self.entryLimit, end.size <= Self.sizeLimit else {
      throw TabularError(reason: "is a zip file of too many files: it is no Excel workbook")
    }
    guard end.offset <= size, end.size <= size - end.offset else { throw Self.damaged }
    let bytes = try Self.bytes(of: source, end.offset, count: end.size)
    var reader = LittleEndianReader(bytes)
    for _ in 0..<end.count {
      guard let entry = Self.entry(&reader) else { throw Self.damaged }
      // If two entries have the same name, the last one counts, as in other programs.
      entries[entry.name] = entry
    }
  }

  static let damaged = TabularError(
    reason: "is damaged or cut short: the directory of the zip file cannot be read")

  static func bytes(
    of source: ByteSource, _ offset: Int, count: Int
  ) throws(TabularError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    guard try source.read(count, from: offset, into: &buffer) == count else { throw damaged }
    return buffer
  }

  private typealias End = (count: Int, size: Int, offset: Int)

  /// The record at the end; only a comment may follow it.
  private static func end(of source: ByteSource, size: Int) throws(TabularError) -> End {
    let count = min(size, 22 + 0xFFFF)
    let tail = try bytes(of: source, size - count, count: count)
    var index = count - 22
    while index >= 0 {
      if tail[index...].starts(with: [0x50, 0x4B, 0x05, 0x06]) {
        var reader = LittleEndianReader(tail, at: index + 10)
        let end = (reader.number(2) ?? 0, reader.number(4) ?? 0, reader.number(4) ?? 0)
        guard end.0 == 0xFFFF || end.1 == 0xFFFF_FFFF || end.2 == 0xFFFF_FFFF else { return end }
        return try largeEnd(of: source, size: size, before: size - count + index) ?? end
      }
      index -= 1
    }
    throw damaged
  }

  /// The Zip64 record, to which a locator before the other record points.
  private static func largeEnd(
    of source: ByteSource, size: Int, before end: Int
  ) throws(TabularError) -> End? {
    guard end >= 20 else { return nil }
    var locator = LittleEndianReader(try bytes(of: source, end - 20, count: 20))
    guard locator.number(4) == 0x0706_4B50 else { return nil }
    locator.skip(4)
    guard let offset = locator.number(8), offset <= size - 56 else { throw damaged }
    var reader = LittleEndianReader(try bytes(of: source, offset, count: 56))
    guard reader.number(4) == 0x0606_4B50 else { throw damaged }
    reader.skip(28)
    guard let count = reader.number(8), let length = reader.number(8),
      let start = reader.number(8)
    else { throw damaged }
    return (count, length, start)
  }

  private static func entry(_ reader: inout LittleEndianReader) -> ZipEntry? {
    guard reader.number(4) == 0x0201_4B50 else { return nil }
    reader.skip(4)
    guard let flags = reader.number(2), let method = reader.number(2) else { return nil }
    reader.skip(4)
    guard let checksum = reader.number(4), var compressed = reader.number(4),
      var size = reader.number(4), let nameLength = reader.number(2),
      let extraLength = reader.number(2), let commentLength = reader.number(2)
    else { return nil }
    reader.skip(8)
    guard var offset = reader.number(4), let name = reader.text(nameLength),
      var extra = reader.part(extraLength)
    else { return nil }
    reader.skip(commentLength)
    while let kind = extra.number(2), let length = extra.number(2) {
      guard var field = extra.part(length) else { break }
      guard kind == 1 else { continue }
      // The values that did not fit, in this order.
      if size == 0xFFFF_FFFF { size = field.number(8) ?? size }
      if compressed == 0xFFFF_FFFF { compressed = field.number(8) ?? compressed }
      if offset == 0xFFFF_FFFF { offset = field.number(8) ?? offset }
    }
    return ZipEntry(
      name: name, method: method == 0 ? .stored : method == 8 ? .deflated : .other,
      isEncrypted: flags & 1 != 0, checksum: UInt32(truncatingIfNeeded: checksum),
      compressedSize: compressed, size: size, offset: offset)
  }
}
