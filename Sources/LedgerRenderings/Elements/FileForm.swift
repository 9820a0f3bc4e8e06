/// A form that the extension of a file can name.
package protocol FileForm {
  /// Without the dot, in lower case.
  static var extensions: [String: Self] { get }
}

extension FileForm {
  /// The form that a file's extension names.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."),
      let form = Self.extensions[path[path.index(after: dot)...].lowercased()]
    else { return nil }
    self = form
  }
}
