/// A way in which a file writes its text.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// What everything else is turned into.
  case utf8 = "utf-8"
  /// UTF-16 whose byte order mark says the order of the bytes; without one, the lower comes first.
  case utf16 = "utf-16"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"
  /// What Western European Windows writes.
  case windows1252 = "windows-1252"
  /// Latin-1, whose bytes 80 to 9F are control characters.
  case latin1 = "iso-8859-1"
  /// What Chinese programs write; GBK and GB 2312 are parts of it.
  case gb18030

  /// What a sentence ends with where a stated encoding may help.
  package static let advice = ": state its encoding"

  /// The encoding of one of its usual names, in capitals or not.
  public init?(name: String) {
    switch name.lowercased() {
    case "utf8": self = .utf8
    case "utf16": self = .utf16
    case "windows1252", "cp1252": self = .windows1252
    case "latin1", "latin-1", "iso8859-1", "iso-8859-1": self = .latin1
    case "gbk", "gb2312", "cp936": self = .gb18030
    case let name: self.init(rawValue: name)
    }
  }

  /// The names of all, as a sentence lists them.
  public static var names: String {
    allCases.map(\.rawValue).joined(separator: ", ") + " (of which gbk is a part)"
  }

  /// What the text of a row may be in that is not UTF-8, the most likely first.
  static func likely(for record: ArraySlice<UInt8>) -> [TextEncoding] {
    var decoder = TextDecoder(.gb18030)
    var decoded: [UInt8] = []
    decoder.decode(record, into: &decoded)
    decoder.finish(into: &decoded)
    let text = String(decoding: decoded, as: UTF8.self)
    let beyond = text.unicodeScalars.filter { !$0.isASCII }
    let ideographs = beyond.filter { (0x3000..<0xA000).contains($0.value) }
    // A letter with an accent stands alone, while characters of two bytes mostly have both beyond
    // ASCII.
    let isPaired = record.split { $0 < 0x80 }.allSatisfy { $0.count.isMultiple(of: 2) }
    if isPaired, !decoded.contains(TextDecoder.mark),
      ideographs.count * 10 >= beyond.count * 9, ideographs.count > 1
    {
      return [.gb18030, .windows1252]
    }
    return record.contains { (0x80..<0xA0).contains($0) }
      ? [.windows1252] : [.windows1252, .latin1]
  }
}
