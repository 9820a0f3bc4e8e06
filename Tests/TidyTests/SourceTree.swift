import Foundation

/// A text file of the project.
struct SourceFile: Sendable {
  /// From the root of the project: `Sources/SQLite/Row.swift`.
  let path: String
  let text: String
  let lines: [Substring]
  /// The lines without what follows `//`, so that a comment may name what the code may not.
  let code: [Substring]
  /// What follows `//`.
  let comments: [Substring]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    code = lines.map { line in
      guard let comment = line.firstRange(of: "//") else { return line }
      return line[..<comment.lowerBound]
    }
    comments = lines.compactMap { line in
      line.firstRange(of: "//").map { line[$0.upperBound...] }
    }
  }

  /// The target: `SQLite`.
  var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var isSwift: Bool { path.hasSuffix(".swift") }

  /// Where a line of code holds a text: `Sources/SQLite/Row.swift:12`.
  func places(of words: String...) -> [String] {
    code.enumerated().filter { _, line in words.contains { line.contains($0) } }
      .map { number, _ in "\(path):\(number + 1)" }
  }
}

/// The files of the project as they stand in the folder that the tests were built from.
enum SourceTree {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  /// Swift, C and SQL under a folder.
  static func files(_ folder: String) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    return try names.sorted().compactMap { name in
      let url = base.appendingPathComponent(name)
      guard ["swift", "c", "h", "sql"].contains(url.pathExtension) else { return nil }
      return SourceFile(
        path: "\(folder)/\(name)", text: try String(contentsOf: url, encoding: .utf8))
    }
  }

  static let sources = Result { try files("Sources") }
  static let tests = Result { try files("Tests") }
  /// The steps of the schema; what they make together is written by a test.
  static let migrations = Result {
    try files("Migrations").filter { !$0.path.hasSuffix("current.sql") }
  }

  /// The pages that people read; those among the golden files repeat each other.
  static func documents() throws -> [SourceFile] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { path in
      path.hasSuffix(".md") && !path.hasPrefix(".") && !path.contains("/.")
        && !path.hasPrefix("Tests/RenderingTests/Golden/")
    }
    return try files.sorted().map { path in
      SourceFile(
        path: path,
        text: try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }
  }

  /// The names of the files in a folder.
  static func names(_ folder: String) throws -> Set<String> {
    Set(
      try FileManager.default.contentsOfDirectory(
        atPath: root.appendingPathComponent(folder).path))
  }

  static func all() throws -> [SourceFile] {
    try sources.get() + tests.get() + migrations.get()
  }
}
