import Testing

@testable import Tabular

/// Text in other encodings than UTF-8.
struct EncodingTests {
  private func decoded(
    _ bytes: [UInt8], _ encoding: TextEncoding, pieces size: Int = .max
  ) -> [UInt8] {
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = min(bytes.count, index + min(size, bytes.count))
      decoder.decode(bytes[index..<end], into: &text)
      index = end
    }
    decoder.finish(into: &text)
    return text
  }

  /// FNV-1a of the text of all characters that there are.
  private func digest(_ characters: [[UInt8]], _ encoding: TextEncoding) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for bytes in characters {
      let text = decoded(bytes, encoding)
      if text.contains(TextDecoder.mark) { continue }
      for byte in text { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return value
  }

  @Test func `every character is what Python's codecs make of it`() {
    let bytes = (0...0xFF).map { [UInt8($0)] }
    #expect(digest(bytes, .windows1252) == EncodingDigests.windows1252)
    #expect(digest(bytes, .latin1) == EncodingDigests.latin1)
    var all = (0..<0x80).map { [UInt8($0)] }
    for first in UInt8(0x81)...0xFE {
      for second in UInt8(0x40)...0xFE where second != 0x7F { all.append([first, second]) }
    }
    for number in 0..<39_420 {
      let (high, low) = (number / 1260, number % 1260)
      all.append([
        UInt8(0x81 + high / 10), UInt8(0x30 + high % 10), UInt8(0x81 + low / 10),
        UInt8(0x30 + low % 10),
      ])
    }
    #expect(digest(all, .gb18030) == EncodingDigests.gb18030)
    #expect(decoded([0x94, 0x39, 0xDA, 0x33], .gb18030) == Array("\u{1F4A9}".utf8))
  }

  private static let text = "Grüße, 中文 €😀\r\n"

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test func `UTF-16 is read in both orders, with and without its mark, in pieces of any size`() {
    for size in 1...7 {
      for bigEndian in [false, true] {
        let bytes = Self.utf16(Self.text, bigEndian: bigEndian)
        let mark = Self.utf16("\u{FEFF}", bigEndian: bigEndian)
        let known = bigEndian ? TextEncoding.utf16BE : .utf16LE
        #expect(decoded(bytes, known, pieces: size) == Array(Self.text.utf8))
        #expect(
          decoded(mark + bytes, .utf16, pieces: size) == Array("\u{FEFF}\(Self.text)".utf8))
      }
    }
  }

  @Test(
    arguments: [
      ([0x41, 0x81], TextEncoding.windows1252, 0x81), ([0x41, 0x80, 0x42], .gb18030, 0x80),
      ([0x81, 0x2C], .gb18030, 0x81), ([0x81], .gb18030, 0x81),
      ([0x81, 0x30, 0x81], .gb18030, 0x81), ([0xFE, 0x39, 0xFE, 0x39], .gb18030, 0xFE),
      ([0x00, 0xD8, 0x41, 0x00], .utf16LE, 0x00), ([0x41, 0x00, 0x42], .utf16LE, 0x42),
      ([0xDC, 0x00], .utf16BE, 0xDC),
    ] as [([UInt8], TextEncoding, UInt8)])
  func `a byte that is not text is marked, and what follows is read`(
    bytes: [UInt8], encoding: TextEncoding, fault: UInt8
  ) throws {
    let text = decoded(bytes, encoding)
    let index = try #require(text.firstIndex(of: TextDecoder.mark))
    #expect(TextDecoder.byte(markedBy: text[index...]) == fault)
    #expect(text.contains(UInt8(ascii: ",")) == bytes.contains(UInt8(ascii: ",")))
  }

  private func rows(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> [String] {
    let source = ByteSource(bytes: bytes)
    source.decode(encoding)
    var reader = try CSVReader(source)
    var rows: [String] = []
    while let row = try reader.next() {
      switch row {
      case .record:
        rows.append((0..<reader.fieldCount).map { reader.text($0) }.joined(separator: "|"))
      case .malformed(let reason): rows.append("\(reader.line): \(reason)")
      case .pause: break
      }
    }
    return rows
  }

  @Test func `a row with such a byte is refused with its column, and the others are read`() throws {
    let text = Array("name,count\r\ncr".utf8) + [0xE8] + Array("me,1\r\nx,2".utf8) + [0x81, 0x0A]
    #expect(
      try rows(text + Array("y,3\n".utf8), .windows1252) == [
        "crème|1", "3: the byte 0x81 in column \"count\" is not text in windows-1252", "y|3",
      ])
    #expect(
      try rows(text, .utf8) == [
        "2: the byte 0xE8 at byte 14 in column \"name\" is not UTF-8 but may be windows-1252 or iso-8859-1: "
          + "state its encoding",
        "3: the byte 0x81 at byte 24 in column \"count\" is not UTF-8 but may be windows-1252: "
          + "state its encoding",
      ])
  }

  @Test func `accents are not taken for Chinese`() {
    let text = Array("cr".utf8) + [0xE8] + Array("me br".utf8) + [0xFB, 0x6C, 0xE9, 0x65]
    #expect(TextEncoding.likely(for: text[...]) == [.windows1252, .latin1])
  }

  @Test func `what a header may be in is said`() {
    let error = #expect(throws: TabularError.self) {
      try rows([0xD6, 0xF7, 0xB6, 0xA9, 0xB5, 0xA5, 0x2C, 0x61, 0x0A], .utf8)
    }
    #expect(
      error?.description
        == "line 1: in the header, the byte 0xD6 at byte 0 in field 1 is not UTF-8 but may be gb18030 or "
        + "windows-1252: state its encoding")
  }
}
