import LedgerCore
import Tabular

extension Host {
  /// The text of a small file of a user, without a byte order mark; `-` is standard input.
  ///
  /// `stop`: as soon as this descriptor is readable, reading stops; `patience`: how many
  /// milliseconds a pipe may take until something comes.
  ///
  /// - Throws: ``LedgerError/file(_:)``
  static func text(
    of path: String, for use: LedgerError.FileUse, stoppedBy stop: Int32? = nil,
    patience: Int32 = 5_000
  ) throws(LedgerError) -> String {
    if path != "-" { try OpenBooks.refuse(path) }
    // Some editors write a byte order mark.
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    var bytes: [UInt8] = []
    do throws(TabularError) {
      let source =
        path == "-"
        ? ByteSource.standardInput() : try ByteSource(path: path, inflatesGzip: false)
      if let stop { source.pauses(after: nil, stoppedBy: stop) }
      // The book may be open, and so be kept from others, while a text is waited for.
      if path != "-", try !source.comes(within: patience) {
        let limit = patience < 1000 ? "\(patience) ms" : "\(patience / 1000) seconds"
        throw TabularError(.failed, reason: "is a pipe from which nothing came for \(limit)")
      }
      var buffer = [UInt8](repeating: 0, count: 65536)
      while bytes.count <= use.limit + mark.count {
        let count = try source.read(into: &buffer, at: 0)
        if count == 0 { break }
        bytes += buffer[..<count]
      }
    } catch {
      throw .file(.unreadable(use, path: path, reason: error.description))
    }
    let rest = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard rest.count <= use.limit else { throw .file(.tooLarge(use, path: path)) }
    guard let text = String(validating: rest, as: UTF8.self) else {
      throw .file(.notText(use, path: path))
    }
    return text
  }
}
