/// Reads a compiled time zone, TZif versions 1 to 4 (RFC 9636).
///
/// Every length is checked before use.
struct ZoneFileReader {
  typealias Reason = TimeZoneError.Reason

  private struct Header {
    var version: UInt8
    var universalFlags, standardFlags, leapSeconds, changes, types, characters: Int

    func size(timeSize: Int) -> Int {
      changes * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
        + standardFlags + universalFlags
    }
  }

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the offsets that a file lists.
  static func read(_ bytes: [UInt8]) throws(Reason) -> OffsetTable {
    var reader = ZoneFileReader(bytes)
    return try reader.table()
  }

  private mutating func table() throws(Reason) -> OffsetTable {
    var header = try header()
    guard header.version > 0 else {
      let (initial, changes) = try block(header, timeSize: 4)
      try expectEnd()
      return OffsetTable(initial: initial, changes: changes, then: nil)
    }
    // From version 2 on, a second block with 64-bit times follows, and then the rule.
    try skip(header.size(timeSize: 4))
    header = try self.header()
    let (initial, changes) = try block(header, timeSize: 8)
    let footer = try footer()
    try expectEnd()
    guard !footer.isEmpty else {
      return OffsetTable(initial: initial, changes: changes, then: nil)
    }
    guard let (offset, rule) = ZoneRuleReader.read(footer) else {
      throw .damaged("its last line is not a rule")
    }
    return OffsetTable(
      initial: changes.isEmpty ? offset : initial, changes: changes, then: rule)
  }

  private mutating func header() throws(Reason) -> Header {
    guard bytes.count - position >= 4 else {
      throw position == 0 ? .notTZif : .cutShort
    }
    guard bytes[position..<position + 4].elementsEqual("TZif".utf8) else {
      throw position == 0 ? .notTZif : .damaged("it has no second header")
    }
    guard bytes.count - position >= 44 else { throw .cutShort }
    let version = bytes[position + 4]
    guard version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version) else {
      throw .unknownVersion(version)
    }
    position += 20
    return Header(
      version: version, universalFlags: count(), standardFlags: count(), leapSeconds: count(),
      changes: count(), types: count(), characters: count())
  }

  /// The next four bytes; the caller has checked that they are there.
  private mutating func count() -> Int { Int(integer(size: 4)) & 0xFFFF_FFFF }

  private mutating func integer(size: Int) -> Int64 {
    var value: UInt64 = 0
    for index in position..<position + size { value = value << 8 | UInt64(bytes[index]) }
    position += size
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  private mutating func skip(_ count: Int) throws(Reason) {
    guard bytes.count - position >= count else { throw .cutShort }
    position += count
  }

  private mutating func block(
    _ header: Header, timeSize: Int
  ) throws(Reason) -> (initial: Int, changes: [OffsetChange]) {
    guard bytes.count - position >= header.size(timeSize: timeSize) else { throw .cutShort }
    guard header.leapSeconds == 0 else { throw .leapSeconds }
    guard header.types > 0 else { throw .damaged("it has no offset") }
    for flags in [header.universalFlags, header.standardFlags]
    where flags != 0 && flags != header.types {
      throw .damaged("its counts differ")
    }
    var changes = try instants(header.changes, timeSize: timeSize)
    let kinds = bytes[position..<position + header.changes]
    position += header.changes
    let offsets = try offsets(header)
    for (index, kind) in kinds.enumerated() {
      guard Int(kind) < offsets.count else { throw .damaged("a change names no offset") }
      changes[index].offset = offsets[Int(kind)]
    }
    try skip(header.characters + header.standardFlags + header.universalFlags)
    return (offsets[0], changes)
  }

  private mutating func instants(
    _ count: Int, timeSize: Int
  ) throws(Reason) -> [OffsetChange] {
    var changes: [OffsetChange] = []
    changes.reserveCapacity(count)
    for _ in 0..<count {
      let instant = integer(size: timeSize)
      // The earliest instant that compilers write is the Big Bang, -2⁵⁹; sums of larger numbers
      // could overflow.
      guard abs(max(instant, -.max)) <= 1 << 59 else {
        throw .damaged("a change is out of range")
      }
      if let last = changes.last, instant <= last.instant {
        throw .damaged("its changes are out of order")
      }
      changes.append(OffsetChange(instant: instant, offset: 0))
    }
    return changes
  }

  private mutating func offsets(_ header: Header) throws(Reason) -> [Int] {
    var offsets: [Int] = []
    for _ in 0..<header.types {
      let offset = integer(size: 4)
      guard abs(offset) <= OffsetTable.largestOffset else {
        throw .damaged("an offset is out of range")
      }
      guard bytes[position] <= 1 else { throw .damaged("a flag is neither 0 nor 1") }
      guard Int(bytes[position + 1]) < header.characters else {
        throw .damaged("an offset has no name")
      }
      position += 2
      offsets.append(Int(offset))
    }
    return offsets
  }

  private mutating func footer() throws(Reason) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    guard position < bytes.count else { throw .cutShort }
    guard bytes[position] == newline else { throw .damaged("its last line is missing") }
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: newline) else { throw .cutShort }
    position = end + 1
    return Array(bytes[start..<end])
  }

  private func expectEnd() throws(Reason) {
    guard position == bytes.count else { throw .damaged("it goes on after its end") }
  }
}
