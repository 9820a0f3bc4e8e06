/// Reads a file in a zip file from its beginning to its end, in memory that does not grow with it.
struct ZipEntryReader: ~Copyable {
  /// The highest compression ratio allowed; tables in workbooks have 10 to 50.
  private static let ratioLimit = 500
  private static let freeSize = 16 << 20
  private static let sizeLimit = 16 << 30

  private let source: ByteSource
  private let entry: ZipEntry
  private let inflater: Inflater
  private var input: [UInt8]
  private var next = 0
  private var end = 0
  /// The offset in the file of what to read next, and how much of the entry is left.
  private var offset: Int
  private var left: Int
  private var written = 0
  private var checksum: UInt32 = 0
  private var hasEnded = false

  /// Finds the entry's data.
  ///
  /// - Throws: `TabularError` if it is encrypted, is compressed in an unknown way, or is not where
  ///   it should be.
  init(_ source: ByteSource, _ entry: ZipEntry) throws(TabularError) {
    if entry.isEncrypted {
      throw TabularError(reason: "is protected with a password: save it without one")
    }
    guard entry.method != .other else {
      throw TabularError(
        reason: "\"\(ByteSource.name(ofPath: entry.name))\" in it is compressed in a way that "
          + "cannot be read: extract it first, or make the file anew")
    }
    guard let inflater = Inflater(.none), let size = source.size else {
      throw TabularError(.failed, reason: "cannot be decompressed: there is no memory")
    }
    guard entry.offset <= size - 30 else { throw ZipDirectory.damaged }
    var header = LittleEndianReader(
      try ZipDirectory.bytes(of: source, entry.offset, count: 30))
    guard header.number(4) == 0x0403_4B50 else { throw ZipDirectory.damaged }
    header.skip(22)
    guard let nameLength = header.number(2), let extraLength = header.number(2) else {
      throw ZipDirectory.damaged
    }
    let start = entry.offset + 30 + nameLength + extraLength
    guard start <= size, entry.compressedSize <= size - start else {
      throw ZipDirectory.damaged
    }
    offset = start
    left = entry.compressedSize
    self.source = source
    self.entry = entry
    self.inflater = inflater
    input = [UInt8](repeating: 0, count: 32 * 1024)
  }

  /// Fills `buffer` as far as there is data; returns 0 at the end.
  ///
  /// - Throws: `TabularError` if the data is damaged, or grows beyond all reason.
  mutating func read(into buffer: inout [UInt8]) throws(TabularError) -> Int {
    var filled = 0
    while filled < buffer.count, !hasEnded {
      if next == end, left > 0 { try refill() }
      if entry.method == .stored {
        let count = min(buffer.count - filled, end - next)
        buffer.replaceSubrange(filled..<filled + count, with: input[next..<next + count])
        filled += count
        next += count
        hasEnded = next == end && left == 0
        continue
      }
      let before = (next, filled)
      switch inflater.inflate(input, &next, to: end, into: &buffer, &filled) {
      case .ended: hasEnded = true
      case .more where before == (next, filled): throw damaged
      case .more: break
      case .damaged: throw damaged
      }
    }
    checksum = Inflater.checksum(checksum, buffer, count: filled)
    written += filled
    try check()
    return filled
  }

  private mutating func refill() throws(TabularError) {
    let count = try source.read(min(left, input.count), from: offset, into: &input)
    if count == 0 { throw damaged }
    next = 0
    end = count
    offset += count
    left -= count
  }

  private func check() throws(TabularError) {
    if written > Self.freeSize,
      written / Self.ratioLimit > entry.compressedSize
        || written > Self.sizeLimit
    {
      throw TabularError(
        reason: "the file \"\(entry.name)\" in it grows beyond all reason when decompressed: it is "
          + "no workbook that a spreadsheet has made")
    }
    if hasEnded, written != entry.size || checksum != entry.checksum { throw damaged }
  }

  private var damaged: TabularError {
    TabularError(
      reason: "is damaged: \"\(ByteSource.name(ofPath: entry.name))\" in it does not have its "
        + "checksum, or cannot be decompressed; get the file again")
  }
}
