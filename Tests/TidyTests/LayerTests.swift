import Testing

/// Folders within a target are layers: no two of them use each other, also not by a detour.
@Suite struct LayerTests {
  /// What still has cycles; a target that has none any more is taken off.
  private static let exceptions: Set = [
    "LedgerCore", "LedgerImport", "LedgerRenderings", "LedgerTesting", "ledger",
  ]

  /// The layers of the storage, each of which may use those before it.
  private static let storage = [
    "Session", "Digests", "Tables", "Schema", "Recording", "Queries", "Verification", "Ledger",
  ]

  /// Which folders of a target use which, by the names of types, with an example of each.
  struct Uses {
    private(set) var edges: [String: [String: String]] = [:]

    init(_ files: [SourceFile]) {
      var folders: [String: Set<String>] = [:]
      for file in files {
        for type in file.declaredTypes { folders[type, default: []].insert(file.folder) }
      }
      for file in files {
        for word in file.typeNames {
          guard let declaring = folders[word], !declaring.contains(file.folder) else { continue }
          for folder in declaring {
            edges[file.folder, default: [:]][folder] = "\(file.path) names \(word)"
          }
        }
      }
    }

    /// The folders that a folder uses, also by way of others.
    func reached(from start: String) -> Set<String> {
      var reached: Set<String> = []
      var next = [start]
      while let folder = next.popLast() {
        for used in (edges[folder] ?? [:]).keys where reached.insert(used).inserted {
          next.append(used)
        }
      }
      return reached
    }

    /// The folders that use themselves by way of others.
    var cycles: [String] { edges.keys.filter { reached(from: $0).contains($0) }.sorted() }
  }

  private static func targets() throws -> [String: [SourceFile]] {
    Dictionary(grouping: try SourceTree.sources.get().filter(\.isSwift), by: \.target)
  }

  @Test func `the folders of a target have no cycles`() throws {
    for (target, files) in try Self.targets() {
      let cycles = Uses(files).cycles
      #expect(cycles.isEmpty != Self.exceptions.contains(target), "\(target): \(cycles)")
    }
  }

  @Test func `a layer of the storage uses only those below it`() throws {
    let files = try #require(Self.targets()["BookStorage"])
    #expect(Set(files.map(\.folder)) == Set(Self.storage))
    for (folder, used) in Uses(files).edges {
      let place = try #require(Self.storage.firstIndex(of: folder))
      for (other, example) in used {
        #expect(Self.storage[..<place].contains(other), "\(folder) uses \(other): \(example)")
      }
    }
  }

  @Test func `the storage of a book does not know which engine keeps its rows`() throws {
    let files = try #require(Self.targets()["BookStorage"])
    #expect(files.filter { $0.text.contains("SQLite") }.map(\.path) == [])
  }

  @Test func `a cycle is seen, in whatever way it is made`() {
    func file(_ folder: String, _ text: String) -> SourceFile {
      SourceFile(path: "Sources/X/\(folder)/\(folder).swift", text: text)
    }
    let files = [
      file("A", "struct Apple { let pear: Pear }"), file("B", "package final class Pear {}"),
      file("C", "enum Plum { static let apple = Apple.self }  // Pear"),
    ]
    #expect(Uses(files).cycles == [])
    let another = file("B", "extension Pear { func eat(_ plum: Plum) {} }")
    #expect(Uses(files + [another]).cycles == ["A", "B", "C"])
  }
}

extension SourceFile {
  /// The first folder within the target; empty for a file beside the folders.
  fileprivate var folder: String {
    let parts = path.split(separator: "/").dropFirst(2)
    return parts.count > 1 ? String(parts.first ?? "") : ""
  }

  private var words: [[Substring]] {
    code.map { line in line.split { !$0.isLetter && !$0.isNumber && $0 != "_" } }
  }

  /// The types that other files can name.
  fileprivate var declaredTypes: [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return zip(code, words).compactMap { line, words in
      guard line.first?.isWhitespace == false, !line.contains("private "),
        let kind = words.firstIndex(where: kinds.contains), kind + 1 < words.count,
        words.prefix(kind).allSatisfy({ $0.first?.isLowercase == true })
      else { return nil }
      return String(words[kind + 1])
    }
  }

  fileprivate var typeNames: Set<String> {
    Set(words.joined().filter { $0.first?.isUppercase == true }.map(String.init))
  }
}
