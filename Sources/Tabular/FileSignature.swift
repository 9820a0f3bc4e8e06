/// A kind of file that holds no table, known by how it begins.
struct FileSignature: Sendable {
  let bytes: [UInt8]
  var offset = 0
  /// What to tell the person who supplied such a file.
  let advice: String

  /// The signature of a file that begins so; nil if it has none.
  static func find(in head: ArraySlice<UInt8>) -> FileSignature? {
    if let found = known.first(where: { head.dropFirst($0.offset).starts(with: $0.bytes) }) {
      return found
    }
    let isMarked = head.starts(with: byteOrderMark)
    let text = (isMarked ? head.dropFirst(byteOrderMark.count) : head).drop { $0 <= 0x20 }
      .prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return markup.first { text.starts(with: $0.bytes) }
  }

  /// All but the encrypted message hold bytes or words that no header of CSV begins with.
  private static let known =
    compressed + archives
    + [
      other("%PDF-", "a PDF document"), other("{\\rtf", "a text document (RTF)"),
      other([0x89] + "PNG".utf8, "an image (PNG)"), other([0xFF, 0xD8, 0xFF], "an image (JPEG)"),
      other("GIF87a", "an image (GIF)"), other("GIF89a", "an image (GIF)"),
      other([0x7F] + "ELF".utf8, "a program"), other("PAR1\u{15}", "a Parquet file"),
      other("ARROW1\0\0", "an Arrow file"), other("Obj\u{1}", "an Avro file"),
      other([0x89] + "HDF".utf8, "an HDF5 file"),
      other([0, 1, 0, 0] + "Standard ".utf8, "an Access database"),
      FileSignature(bytes: Array("-----BEGIN PGP".utf8), advice: "is encrypted: decrypt it first"),
    ]

  private static let compressed =
    // Before its data, each block of bzip2 has the digits of π, and the end those of its root.
    (UInt8(ascii: "1")...UInt8(ascii: "9")).flatMap { size in
      [[0x31, 0x41, 0x59, 0x26], [0x17, 0x72, 0x45, 0x38]].map { block in
        compression("bzip2", "bunzip2", "BZh".utf8 + [size] + block)
      }
    } + [
      compression("xz", "unxz", [0xFD] + "7zXZ\0".utf8),
      compression("zstd", "unzstd", [0x28, 0xB5, 0x2F, 0xFD]),
      compression("lz4", "unlz4", [0x04, 0x22, 0x4D, 0x18]),
      compression("lzip", "lzip -d", "LZIP\u{1}".utf8),
      compression("compress", "uncompress", [0x1F, 0x9D]),
    ]

  private static let archives = [
    archive("7z", "7z x", "7z".utf8 + [0xBC, 0xAF, 0x27, 0x1C]),
    archive("rar", "unrar x", "Rar!\u{1A}\u{7}".utf8),
    archive("cab", "cabextract", "MSCF\0\0\0\0".utf8),
    archive("tar", "tar -xf", "ustar".utf8, at: 257),
  ]

  private static let markup =
    ["<!doctype", "<html", "<head", "<body", "<table"].map { start in
      FileSignature(
        bytes: Array(start.utf8),
        advice: "is a web page (HTML), not a table: download the file itself, which may need a "
          + "login, or save the table as CSV or xlsx")
    } + [other("<?xml", "an XML document")]

  private static func compression(
    _ name: String, _ command: String, _ bytes: some Sequence<UInt8>
  ) -> FileSignature {
    FileSignature(
      bytes: Array(bytes), advice: "is compressed with \(name): decompress it first (\(command))")
  }

  private static func archive(
    _ name: String, _ command: String, _ bytes: some Sequence<UInt8>, at offset: Int = 0
  ) -> FileSignature {
    FileSignature(
      bytes: Array(bytes), offset: offset,
      advice: "is a \(name) archive: extract the file from it first (\(command))")
  }

  private static func other(_ bytes: some Sequence<UInt8>, _ name: String) -> FileSignature {
    FileSignature(
      bytes: Array(bytes), advice: "is \(name), not a table: export the table as CSV or xlsx")
  }

  private static func other(_ text: String, _ name: String) -> FileSignature {
    other(text.utf8, name)
  }
}
