extension ByteSource {
  /// The contents of a zip file of one file, held in memory; any other input as it is.
  ///
  /// - Throws: `TabularError` if the zip file is damaged, or holds more than 32 MiB.
  package func unzipped() throws(TabularError) -> ByteSource {
    guard FileKind(try peek()) == .zip else { return self }
    let source = try seekable()
    let files = try ZipDirectory(source).entries.values.filter { !$0.name.hasSuffix("/") }
    guard files.count == 1, let file = files.first else { return source }
    guard file.size <= Self.heldLimit else {
      throw TabularError(
        reason: "holds a file of more than 32 MiB: extract it from it first (unzip)")
    }
    var reader = try ZipEntryReader(source, file)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = try reader.read(into: &buffer), count > 0 {
      bytes += buffer[..<count]
      // The directory may state a smaller size than there is.
      guard bytes.count <= file.size else { throw ZipDirectory.damaged }
    }
    return ByteSource(bytes: bytes, name: name)
  }
}
