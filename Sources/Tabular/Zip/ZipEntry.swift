/// A file in a zip file, as the directory at its end describes it.
struct ZipEntry {
  /// How its bytes are kept.
  enum Method { case stored, deflated, other }

  let name: String
  let method: Method
  let isEncrypted: Bool
  let checksum: UInt32
  let compressedSize: Int
  let size: Int
  /// Where its own header begins.
  let offset: Int
}
