extension ByteSource {
  /// The contents of a zip file of one file, held in memory; any other input as it is.
  ///
  /// What macOS adds to a zip file, and hidden files, do not count.
  ///
  /// - Throws: `TabularError` if the zip file is damaged, or holds more than 32 MiB, or several
  ///   files that are no workbook.
  public func unzipped() throws(TabularError) -> ByteSource {
    guard FileKind(try peek()) == .zip else { return self }
    let source = try seekable()
    let entries = try ZipDirectory(source).entries
    // The first bytes do not always show that it is a workbook.
    if entries["[Content_Types].xml"] != nil { return source }
    let files = entries.values.filter(\.isContent)
    guard files.count == 1, let file = files.first else { throw Self.refusal(of: files) }
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
    let held = held(bytes)
    // The checksum of the zip file is that of the bytes before they are decompressed once more.
    if bytes.starts(with: GzipStream.magic) { try held.checkWhole() }
    return held
  }

  private static func refusal(of files: [ZipEntry]) -> TabularError {
    if files.isEmpty { return TabularError(reason: "is a zip file without a file in it") }
    let names = files.map { "\"\(name(ofPath: $0.name))\"" }.sorted()
    return TabularError(
      reason: "is a zip file of several files, which are no Excel workbook: "
        + names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        + "; extract them first (unzip), and name those that are to be read")
  }
}
