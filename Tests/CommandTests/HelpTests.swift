import Foundation
import Testing

/// What holds for the help of every command.
@Suite struct HelpTests {
  private func pages() throws -> [HelpPage] {
    let pages = try HelpPage.all.get()
    #expect(pages.count > 45)
    return pages
  }

  @Test func `help fits a terminal of 80 columns`() throws {
    for page in try pages() {
      for line in page.lines { #expect(line.count <= 80, "\(page): \(line)") }
    }
  }

  /// A manual page indents by five columns and leaves two free.
  @Test func `examples can be copied from help and from a manual page of 80 columns`() throws {
    for page in try pages() {
      for line in page.examples {
        #expect(line.count <= 73, "\(page): \(line)")
        #expect(page.lines.contains(line), "\(page): \(line)")
      }
      let lines = page.discussion.components(separatedBy: "\n")
      for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  ") {
        // In a manual page, prose would go on in the line of the example.
        #expect(next.isEmpty || next.hasPrefix("  "), "\(page): \(next)")
      }
    }
  }

  @Test func `a paragraph is wrapped by the terminal and not in the source`() throws {
    for page in try pages() {
      let lines = page.discussion.components(separatedBy: "\n")
      for (line, next) in zip(lines, lines.dropFirst()) where !line.hasPrefix("  ") {
        let isHeading = line.hasSuffix(":") && next.hasPrefix("  ")
        #expect(line.isEmpty || next.isEmpty || isHeading, "\(page): \(line)")
      }
    }
  }

  /// The writer of manual pages leaves all other characters out.
  @Test func `help is in ASCII`() throws {
    for page in try pages() {
      for line in page.lines { #expect(line.utf8.count == line.count, "\(page): \(line)") }
    }
  }

  @Test func `an abstract is one line in the list of commands`() throws {
    for page in try pages() where !page.words.isEmpty {
      #expect(!page.abstract.hasSuffix("."), "\(page)")
      let parent = try #require(
        try pages().first { $0.words == Array(page.words.dropLast()) })
      let name = page.words.last ?? ""
      let line = parent.lines.first { line in
        line.hasPrefix("  \(name) ") && line.hasSuffix(page.abstract)
      }
      #expect(line != nil, "\(page): \(page.abstract)")
    }
  }

  /// The program reads there which options may be given again.
  @Test func `the help of an option says that it may be repeated`() throws {
    var count = 0
    for page in try pages() {
      for option in page.repeatable {
        let start = page.lines.firstIndex { line in
          line.hasPrefix("  -") && line.split(separator: " ").contains("--\(option.name)")
        }
        // A former name is not listed.
        guard let start else { continue }
        let text = page.lines[start...].dropFirst().prefix { $0.hasPrefix("    ") }
        let words = ([page.lines[start]] + text).joined(separator: " ")
          .split(separator: " ").joined(separator: " ")
        #expect(words.contains("may be repeated") == option.isRepeatable, "\(page): \(words)")
        count += option.isRepeatable ? 1 : 0
      }
    }
    #expect(count > 15)
  }

  @Test func `usage names every option that has to be given`() throws {
    for page in try pages() {
      let start = try #require(page.lines.firstIndex { $0.hasPrefix("USAGE: ") })
      let usage = page.lines[start...].prefix { !$0.isEmpty }.joined(separator: " ")
      for name in page.required { #expect(usage.contains("--\(name) <"), "\(page): --\(name)") }
      #expect(usage.contains("\(page) ") || usage.hasSuffix("\(page)"), "\(page): \(usage)")
    }
  }

  @Test func `the help of a command lists the options that its examples use`() throws {
    var count = 0
    for page in try pages() {
      let listed = Set(
        page.lines.filter { $0.hasPrefix("  -") }
          .flatMap { $0.split { " ,/".contains($0) }.map(String.init) })
      for command in page.commands where command.hasPrefix("\(page) ") {
        for option in command.matches(of: /(?:^|\s)(--[a-z-]+)/).map(\.1) {
          count += 1
          #expect(listed.contains(String(option)), "\(page): \(option)")
        }
      }
    }
    #expect(count > 50)
  }

  @Test func `an example is never wrong usage`() throws {
    var count = 0
    for page in try pages() {
      for command in page.commands {
        count += 1
        let folder = try Shell.newFolder()
        try "1:\(String(repeating: "0", count: 64))\n".write(
          to: folder.appending(path: "receipt.txt"), atomically: true, encoding: .utf8)
        let run = try Shell.run(command, in: folder)
        #expect(run.status != 64, "\(page): \(command): \(run.output)")
      }
    }
    #expect(count > 50)
  }
}
