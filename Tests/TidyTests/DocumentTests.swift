import Foundation
import Testing

/// What the documents say, as far as a machine can read them.
@Suite struct DocumentTests {
  private func documents() throws -> [SourceFile] { try SourceTree.documents() }

  /// The paragraphs of a page, without code, tables and headings.
  private func paragraphs(_ file: SourceFile) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    var isCode = false
    func end() {
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
      lines = []
    }
    for line in file.lines {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode || line.isEmpty || ["```", "|", "#"].contains(where: line.hasPrefix) {
        end()
      } else {
        lines.append(line)
      }
    }
    end()
    return paragraphs
  }

  @Test func `no paragraph stands twice in the documents`() throws {
    var pages: [String: String] = [:]
    for file in try documents() {
      for paragraph in paragraphs(file) where paragraph.count >= 80 {
        let other = pages.updateValue(file.path, forKey: paragraph)
        #expect(other == nil, "\(file.path) and \(other ?? ""): \(paragraph.prefix(60))…")
      }
    }
  }

  @Test func `no paragraph stands in a page in two versions`() throws {
    // The page of the schema has a part for each table, and some are alike.
    for file in try documents() where file.path != "docs/schema.md" {
      var starts: Set<String> = []
      for paragraph in paragraphs(file) where paragraph.count >= 160 {
        let words = paragraph.split(separator: " ").prefix(7).joined(separator: " ")
        let isNew = starts.insert(words).inserted
        #expect(isNew, "\(file.path): \(words)…")
      }
    }
  }

  @Test func `each decision is in the list of its page once`() throws {
    let page = try #require(try documents().first { $0.path == "docs/DECISIONS.md" })
    let decisions = page.lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    let listed = page.lines.filter { $0.hasPrefix("- [") && $0.contains("](#") }.map { line in
      String(line.dropFirst(3).prefix { $0 != "]" })
    }
    #expect(listed.sorted() == decisions.filter { $0.first?.isNumber ?? false }.sorted())
  }

  @Test func `a suite or a transcript that a comment or a page names is there`() throws {
    let tests = try SourceTree.tests.get()
    let suites = Set(tests.map { $0.path.split(separator: "/").last?.split(separator: ".").first })
    let types = Set(
      tests.flatMap(\.code).flatMap { line in
        ["struct ", "enum ", "class ", "name: \""].compactMap { kind in
          line.firstRange(of: kind).map { range in
            String(line[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
          }
        }
      })
    let targets = Set(tests.compactMap { $0.path.split(separator: "/").dropFirst().first })
    let transcripts = try SourceTree.names("Tests/CommandTests/Transcripts")
    let texts =
      try SourceTree.all().map { ($0.path, $0.comments) }
      + documents().map { file in
        (file.path, file.lines.map(Substring.init))
      }
    for (path, lines) in texts {
      for line in lines {
        for word in line.split(whereSeparator: {
          !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "."
        }) {
          if word.hasSuffix(".transcript"), !word.hasPrefix(".") {
            let isKnown = transcripts.contains(String(word))
            #expect(isKnown, "\(path): \(word)")
          }
          guard word.hasSuffix("Tests"), word.first?.isUppercase == true, word != "Tests" else {
            continue
          }
          let isKnown =
            suites.contains(word) || types.contains(String(word)) || targets.contains(word)
          #expect(isKnown, "\(path): \(word)")
        }
      }
    }
  }
}
