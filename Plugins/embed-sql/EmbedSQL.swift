import Foundation

/// Writes Swift source that has each file as a string: `embed-sql SOURCE FILE…`.
@main enum EmbedSQL {
  static func main() throws {
    var source = "enum EmbeddedSQL {\n  static let files: [(name: String, text: String)] = [\n"
    for path in CommandLine.arguments.dropFirst(2) {
      let file = URL(fileURLWithPath: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      let name = file.deletingPathExtension().lastPathComponent
      source += "(\"\(name)\", ##\"\"\"\n\(text)\n\"\"\"##),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
  }
}
