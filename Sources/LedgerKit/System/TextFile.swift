import LedgerCore

extension Host {
  /// The text of a small file of a user, without a byte order mark; `-` is standard input.
  ///
  /// - Throws: ``LedgerError/file(_:)``
  static func text(
    of path: String, for use: LedgerError.FileUse
  ) throws(LedgerError) -> String {
    if path != "-" { try OpenBooks.refuse(path) }
    // Some editors write a byte order mark.
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let limit = use.limit + mark.count
    guard
      let bytes = path == "-" ? contents(of: 0, limit: limit) : contents(of: path, limit: limit)
    else { throw .file(.unreadable(use, path: path)) }
    let rest = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: rest, as: UTF8.self) else {
      throw .file(.notText(use, path: path))
    }
    return text
  }
}
