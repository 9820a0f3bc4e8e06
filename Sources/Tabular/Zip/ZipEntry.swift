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
}
