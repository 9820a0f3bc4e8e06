/// Parses an XML file in a zip file, step by step, as its handler requests.
final class XMLStream {
  private var entry: ZipEntryReader
  private let parser: XMLParser
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)
  private var isPaused = false
  private var hasEnded = false

  /// Opens the file.
  ///
  /// - Throws: `TabularError` if it cannot be read.
  init(
    _ source: ByteSource, _ entry: ZipEntry, _ handler: any XMLHandler
  ) throws(TabularError) {
    self.entry = try ZipEntryReader(source, entry)
    guard let parser = XMLParser(handler, name: entry.name) else {
      throw TabularError(.failed, reason: "cannot be read: there is no memory")
    }
    self.parser = parser
  }

  /// Continues until the handler pauses; false at the end.
  ///
  /// - Throws: `TabularError` if the file is damaged.
  func advance() throws(TabularError) -> Bool {
    while true {
      if isPaused {
        isPaused = try parser.resume() == .paused
        if isPaused { return true }
      }
      if hasEnded { return false }
      let count = try entry.read(into: &buffer)
      hasEnded = count == 0
      isPaused = try parser.parse(buffer, count: count, isLast: hasEnded) == .paused
      if isPaused { return true }
    }
  }

  /// Reads a file to its end.
  ///
  /// - Throws: `TabularError` if it is damaged.
  static func parse(
    _ source: ByteSource, _ entry: ZipEntry, _ handler: any XMLHandler
  ) throws(TabularError) {
    let stream = try XMLStream(source, entry, handler)
    while try stream.advance() {}
  }
}
