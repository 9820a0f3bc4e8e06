import LedgerCore

extension Host {
  /// The text of a small file of a user.
  ///
  /// - Throws: ``LedgerError/file(_:)``
  static func text(
    of path: String, for use: LedgerError.FileUse
  ) throws(LedgerError) -> String {
    guard let bytes = contents(of: path, limit: 1 << 20) else {
      throw .file(.unreadable(use, path: path))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .file(.notText(use, path: path))
    }
    return text
  }
}
