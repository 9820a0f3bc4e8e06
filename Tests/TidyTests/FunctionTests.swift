import Testing

/// How long functions are, and whether files are used.
@Suite struct FunctionTests {
  private static let limit = 60

  /// The functions, initialisers and computed values of a file that have more lines than that.
  ///
  /// The formatter puts the end of each at the indentation of its start.
  private func long(_ file: SourceFile) -> [String] {
    let starts = ["func ", "init(", "init?(", "init<", "subscript(", "var "]
    return file.code.indices.compactMap { index in
      let line = file.code[index]
      let indent = line.prefix { $0 == " " }
      let words = line.dropFirst(indent.count).split(separator: " ").drop { word in
        word.hasPrefix("@")
          || [
            "public", "package", "private", "fileprivate", "internal", "static", "final",
            "override", "mutating", "borrowing", "consuming", "required", "convenience",
          ].contains(word)
      }
      let declaration = words.joined(separator: " ")
      guard starts.contains(where: declaration.hasPrefix),
        !declaration.hasPrefix("var ") || declaration.hasSuffix("{")
      else { return nil }
      let end = file.code[index...].firstIndex { $0 == indent + "}" || $0 == indent + "} }" }
      // What ends in its own line, or is only declared, has no end of its own.
      guard let end, !declaration.hasSuffix("}"),
        !file.code[(index + 1)..<end].contains(where: { other in
          other.hasPrefix(indent) && starts.contains { other.dropFirst(indent.count).hasPrefix($0) }
        })
      else { return nil }
      let count = end - index + 1
      return count > Self.limit ? "\(file.path):\(index + 1) has \(count) lines" : nil
    }
  }

  @Test func `no function has more than 60 lines`() throws {
    let sources = try SourceTree.sources.get().filter(\.isSwift)
    #expect(sources.flatMap(long) == [])
  }

  @Test func `the length of a function is seen`() {
    let lines = Array(repeating: "    call()", count: 60).joined(separator: "\n")
    func found(_ head: String) -> Int {
      long(SourceFile(path: "x.swift", text: "\(head) {\n\(lines)\n  }\n")).count
    }
    #expect(found("  func long()") == 1)
    #expect(found("  public static func long(\n    of it: Int\n  ) throws") == 1)
    #expect(found("  private var long: Int") == 1)
    #expect(found("  var short: Int { 1 }\n  struct Long") == 0)
  }

  /// What a file declares that another file can name.
  private func names(_ file: SourceFile) -> Set<String> {
    let kinds: Set<Substring> = [
      "func", "var", "let", "case", "struct", "class", "enum", "protocol", "actor", "typealias",
    ]
    var names: Set<String> = []
    for line in file.code where !line.contains("private ") {
      let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      for (kind, name) in zip(words, words.dropFirst()) where kinds.contains(kind) {
        names.insert(String(name))
      }
    }
    return names
  }

  private func words(_ file: SourceFile) -> Set<String> {
    Set(
      file.code.flatMap { line in
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      })
  }

  @Test func `something of every source file is used in another one`() throws {
    let sources = try SourceTree.sources.get().filter(\.isSwift)
    let used = sources.map(words)
    var files: [String: Int] = [:]
    for word in used.joined() { files[word, default: 0] += 1 }
    let dead = zip(sources, used).filter { file, own in
      // An initialiser is used by the name of its type, and a conformance by that of its protocol.
      guard !file.text.contains("@main"), !file.text.contains("init") else { return false }
      let names = names(file)
      return !names.isEmpty && !names.contains { (files[$0] ?? 0) > (own.contains($0) ? 1 : 0) }
    }
    #expect(dead.map(\.0.path) == [])
  }
}
