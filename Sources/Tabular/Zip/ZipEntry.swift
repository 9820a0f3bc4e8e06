/// A file in a zip file, as the directory describes it.
struct ZipEntry {
  /// How its bytes are stored.
  enum Method { case stored, deflated, other }

  let name: String
  let method: Method
  let isEncrypted: Bool
  let checksum: UInt32
  let compressedSize: Int
  let size: Int
  /// The offset of its own header.
  let offset: Int

  /// Whether a person put it there: no folder, nothing hidden, and no copy of macOS's attributes.
  var isContent: Bool {
    let last = name.split(separator: "/").last ?? ""
    return !name.hasSuffix("/") && !last.hasPrefix(".") && !name.hasPrefix("__MACOSX/")
  }
}
