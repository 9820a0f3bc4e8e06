/// An output format that a file's extension can select.
package protocol FileForm {
  /// The formats by extension, in lower case and without the dot.
  static var extensions: [String: Self] { get }
}

extension FileForm {
  /// The format that a file's extension selects; `nil` if it selects none.
  package init?(path: String) {
    guard let dot = path.lastIndex(of: "."),
      let form = Self.extensions[path[path.index(after: dot)...].lowercased()]
    else { return nil }
    self = form
  }
}
