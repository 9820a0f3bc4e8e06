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
    return try source.extracted(file, named: name)
  }

  private func extracted(
    _ file: ZipEntry, named given: String? = nil
  ) throws(TabularError) -> ByteSource {
    guard file.size <= Self.heldLimit else {
      throw TabularError(
        reason: "holds a file of more than 32 MiB: extract it from it first (unzip)")
    }
    var reader = try ZipEntryReader(self, file)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = try reader.read(into: &buffer), count > 0 {
      bytes += buffer[..<count]
      // The directory may state a smaller size than there is.
      guard bytes.count <= file.size else { throw ZipDirectory.damaged }
    }
    let held = held(bytes, named: given ?? "\(name)/\(Self.name(ofPath: file.name))")
    // The checksum of the zip file is that of the bytes before they are decompressed once more.
    if bytes.starts(with: GzipStream.magic) { try held.checkWhole() }
    return held
  }

  /// A file in a zip file.
  package struct Member {
    private let source: ByteSource
    private let entry: ZipEntry

    fileprivate init(_ source: ByteSource, _ entry: ZipEntry) {
      self.source = source
      self.entry = entry
    }

    /// Its name there.
    package var name: String { ByteSource.name(ofPath: entry.name) }

    /// Its bytes, held in memory, under the name of both files.
    ///
    /// - Throws: `TabularError` if it is damaged, or larger than 32 MiB.
    package func extracted() throws(TabularError) -> ByteSource { try source.extracted(entry) }
  }

  /// The files of a zip file that holds several; none for any other input, and for a workbook.
  ///
  /// - Throws: `TabularError` if the zip file is damaged.
  package func members() throws(TabularError) -> [Member] {
    guard FileKind(try peek()) == .zip else { return [] }
    let source = try seekable()
    let entries = try ZipDirectory(source).entries
    if entries["[Content_Types].xml"] != nil { return [] }
    let files = entries.values.filter(\.isContent).sorted { $0.name < $1.name }
    return files.count > 1 ? files.map { Member(source, $0) } : []
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
