import Foundation
import Testing

/// The house rules that a machine can check.
///
/// Each names the places that break it.
@Suite struct TidyTests {
  /// The one file of a target that calls a C library.
  private static let owners: Set = [
    "Sources/SQLite/DatabaseHandle.swift", "Sources/SQLite/StatementHandle.swift",
    "Sources/SQLite/BoundTable.swift", "Sources/Threads/Handover.swift",
    "Sources/SQLiteStorage/File/FileSystem.swift",
    "Sources/SQLiteStorage/File/FileSystem+LockableFile.swift",
    "Sources/SQLiteStorage/File/FileSystem+Mounts.swift",
    "Sources/SQLiteStorage/File/FileSystem+Status.swift", "Sources/Tabular/InputFile.swift",
    "Sources/Tabular/Inflater.swift", "Sources/Tabular/XML/XMLParser.swift",
    "Sources/LedgerKit/System/Host.swift", "Sources/LedgerKit/System/ProgramBuild+Current.swift",
    "Sources/Terminal/System.swift",
    "Sources/Terminal/StopSignals.swift", "Sources/Terminal/Pager.swift",
    "Sources/Terminal/ChildProcess.swift", "Sources/Terminal/LineEditor.swift",
    "Sources/ledger/Terminal/StatementTimer.swift", "Sources/Digest/SHA256.swift",
  ]

  /// What each target may import, among the targets and libraries that the rules name.
  private static let imports: [String: Set<String>] = [
    "Rows": [],
    "SQLite": ["CSQLite", "Rows", "Threads"],
    "Digest": ["CCrypto"],
    "LedgerCore": [],
    "Threads": ["Glibc"],
    "BookStorage": ["Digest", "LedgerCore", "Rows", "Threads"],
    "SQLiteStorage": [
      "BookStorage", "CFile", "LedgerCore", "Rows", "SQLite", "Synchronization", "Threads",
      "Glibc",
    ],
    "Tabular": ["CExpat", "CZlib", "Glibc"],
    "LedgerImport": ["LedgerCore", "Synchronization", "Tabular", "Threads", "TOMLKit"],
    "LedgerRenderings": ["LedgerCore", "Tabular"],
    "LedgerKit": [
      "CBuild", "Digest", "Glibc", "LedgerCore", "LedgerImport", "LedgerRenderings",
      "SQLiteStorage", "Synchronization", "Tabular",
    ],
    "Terminal": ["CEdit", "CMemory", "Glibc", "Synchronization"],
    "LedgerTesting": ["Digest", "LedgerCore", "Testing", "TestSupport"],
    "ledger": [
      "ArgumentParser", "Glibc", "LedgerCore", "LedgerImport", "LedgerKit", "LedgerRenderings",
      "Synchronization", "Terminal",
    ],
  ]

  /// Where the contract asks what it may, and what is refused.
  private static let queriesOfContract =
    "Sources/LedgerTesting/Contract/Contract+Capabilities.swift"

  private func swift() throws -> [SourceFile] {
    try SourceTree.sources.get().filter(\.isSwift)
  }

  @Test func `the rules are held against the files that they are about`() throws {
    let sources = try swift()
    #expect(sources.count > 100)
    #expect(Self.owners.isSubset(of: sources.map(\.path)))
    #expect(Set(sources.map(\.target)) == Set(Self.imports.keys))
    #expect(try !SourceTree.migrations.get().isEmpty)
  }

  // MARK: Files

  @Test func `no file has more than 400 lines`() throws {
    let long = try SourceTree.all().filter { $0.lines.count > 401 }
    #expect(long.map(\.path) == [])
  }

  @Test func `half of the source files have no more than 120 lines`() throws {
    let counts = try swift().map(\.lines.count).sorted()
    #expect(counts[counts.count / 2] <= 120)
  }

  /// The formatter leaves comments and literals alone; in the tests those may be files of data.
  @Test func `no line of the sources has more than 100 columns`() throws {
    let long = try swift().flatMap { file in
      file.lines.enumerated().filter { $1.count > 100 }.map { number, _ in
        "\(file.path):\(number + 1)"
      }
    }
    #expect(long == [])
  }

  @Test func `no line has a tab, and every file ends in one newline`() throws {
    for file in try SourceTree.all() {
      #expect(!file.text.contains("\t"), "\(file.path)")
      #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n"), "\(file.path)")
    }
  }

  @Test func `a migration has at most 10 kilobytes`() throws {
    let large = try SourceTree.migrations.get().filter { $0.text.utf8.count > 10_240 }
    #expect(large.map(\.path) == [])
  }

  /// What is not words, options and where they go belongs to a library.
  ///
  /// A command takes some forty lines; before credits, shows with two keys, marks and aliases, 5,300
  /// were enough.
  @Test func `the command line has no more than 6,000 lines`() throws {
    let lines = try swift().filter { $0.target == "ledger" }.map { $0.lines.count - 1 }
    #expect(lines.reduce(0, +) <= 6000)
  }

  // MARK: Code

  @Test func `nothing in the sources traps on purpose`() throws {
    let places = try swift().flatMap {
      $0.places(
        of: "try!", "fatalError(", "as!", "preconditionFailure(", "unowned(unsafe)",
        "withoutActuallyEscaping", "unsafeBitCast")
    }
    #expect(places == [])
  }

  @Test func `nothing in the sources goes around the rules of concurrency`() throws {
    let places = try swift().flatMap {
      $0.places(of: "@unchecked Sendable", "nonisolated(unsafe)", "@preconcurrency")
    }
    #expect(places == [])
  }

  @Test func `only the owner of a C library is unsafe`() throws {
    let unsafe = try swift().filter { file in
      file.code.contains { line in
        line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains("unsafe")
      }
    }
    #expect(Set(unsafe.map(\.path)).subtracting(Self.owners) == [])
  }

  @Test func `only the owner of a C library imports it`() throws {
    // The codes of errors are numbers of SQLite's header.
    let allowed = Self.owners.union(["Sources/SQLite/SQLiteCode.swift"])
    let places = try swift().filter { !allowed.contains($0.path) }
      .flatMap {
        $0.places(
          of: "import CSQLite", "import CFile", "import CCrypto", "import CExpat", "import CZlib",
          "import CBuild", "import CEdit", "import CMemory", "import Glibc")
      }
    #expect(places == [])
  }

  @Test func `the program does without Foundation`() throws {
    #expect(try swift().flatMap { $0.places(of: "import Foundation") } == [])
  }

  @Test func `targets import what the design allows`() throws {
    for file in try swift() {
      let allowed = try #require(Self.imports[file.target])
      for line in file.code {
        let words = line.split(separator: " ").drop { ["public", "package"].contains($0) }
        guard !line.hasPrefix(" "), words.first == "import", let module = words.last else {
          continue
        }
        #expect(allowed.contains(String(module)), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `SQL stands with the storage`() throws {
    let folders = ["Sources/BookStorage/", "Sources/SQLiteStorage/"]
    // What people are advised to type, and what virtual tables are and how they are named first.
    let advice = [
      "Sources/ledger/Commands/SQL/SQLCommand.swift",
      "Sources/ledger/Advice/LedgerError+Advice.swift",
      "Sources/SQLite/BoundTable.swift", "Sources/SQLite/Connection+Restrictions.swift",
      Self.queriesOfContract, "Sources/LedgerTesting/Contract/Contract+SameReceipts.swift",
    ]
    let places = try swift().filter { file in
      !advice.contains(file.path) && !folders.contains { file.path.hasPrefix($0) }
    }.flatMap { $0.places(of: "SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE") }
    #expect(places == [])
  }

  @Test func `facts are neither updated nor deleted by the program`() throws {
    let totals = [
      "audience_total", "curve_step", "curve_gap", "event_retention", "event_sale_total",
      "event_sale_quarter", "event_credit_quarter",
      "market_sale_total", "market_sale_day", "product_sale_total",
      // Reference data of the program, which an upgrade brings up to date.
      "zone", "zone_clock", "zone_release", "principal_zone",
    ]
    // Words can be forgotten, which the table of words is for.
    let forgetting = "Sources/SQLiteStorage/Session/SQLiteSession+Forgetting.swift"
    for file in try swift() where ![Self.queriesOfContract, forgetting].contains(file.path) {
      for (number, line) in file.code.enumerated() {
        for verb in ["UPDATE ", "DELETE FROM ", "REPLACE INTO "] {
          guard let found = line.firstRange(of: verb) else { continue }
          let table = line[found.upperBound...].prefix { $0.isLetter || $0 == "_" }
          #expect(
            totals.contains(String(table)) || table == "SET", "\(file.path):\(number + 1)")
        }
      }
    }
  }

  /// A library says what is wrong; the program says which option helps.
  @Test func `only the program names its options and commands`() throws {
    // In a style sheet, such names are custom properties.
    let styles = "Sources/LedgerRenderings/HTML/HTMLStyle.swift"
    let libraries = try swift().filter { $0.target != "ledger" && $0.path != styles }
    #expect(libraries.count > 100)
    for file in libraries {
      for (number, line) in file.code.enumerated() {
        let names = line.contains(/--[a-z]/) || line.contains("`ledger ")
        #expect(!names, "\(file.path):\(number + 1)")
      }
    }
  }

  // MARK: Names and comments

  @Test func `no type or file is a manager, a helper or utilities`() throws {
    let kinds = ["class ", "struct ", "enum ", "protocol ", "actor ", "extension ", "typealias "]
    for file in try SourceTree.all() where file.isSwift {
      for word in ["Manager", "Helper", "Util"] {
        #expect(!file.path.contains(word), "\(file.path)")
        for (number, line) in file.code.enumerated() {
          for kind in kinds {
            guard let found = line.firstRange(of: kind) else { continue }
            let name = line[found.upperBound...].prefix { $0.isLetter || $0.isNumber }
            #expect(
              !name.contains(word) || name == "FileManager", "\(file.path):\(number + 1)")
          }
        }
      }
    }
  }

  @Test func `nothing is left to be done later`() throws {
    // Put together here, so that this file does not hold them.
    let words = ["TO" + "DO", "FIX" + "ME"]
    for file in try SourceTree.all() {
      for word in words { #expect(!file.text.contains(word), "\(file.path): \(word)") }
    }
  }

  @Test func `a migration is named by its number and what it does`() throws {
    for (index, file) in try SourceTree.migrations.get().enumerated() {
      let name = file.path.split(separator: "/").last ?? ""
      let words = name.dropLast(".sql".count).split(separator: "_")
      #expect(words.first.map { Int($0) } == index + 1, "\(file.path)")
      #expect(words.first?.count == 4 && words.count >= 3, "\(file.path)")
      #expect(words.dropFirst().allSatisfy { $0.allSatisfy { $0.isLowercase } }, "\(file.path)")
    }
  }
}
