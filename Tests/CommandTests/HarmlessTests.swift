import Foundation
import Testing

/// What hostile SQL can do to a book through the program: read it.
@Suite struct HarmlessTests {
  /// A folder with a book whose log is not merged, another database and a text.
  private static let fixture = Result { () throws -> URL in
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let events = Project.root.appending(path: "examples/on-trend/events.csv").path()
    let said = try RunningImport.shell(
      """
      set -e
      ledger init
      ledger import events \(events)
      ledger add-sale --event on-trend-2021-12-08 --order 1 --line 1 --product lipstick \
        --quantity 1 --amount 19.98 --currency GBP --at 2021-12-08T18:00:00Z
      sqlite3 ledger.db '.dbconfig no_ckpt_on_close on' \
        "INSERT INTO currency VALUES ('XXZ', 2, 'In the log')"
      sqlite3 other.db "CREATE TABLE secret AS SELECT 'hidden' AS word"
      echo hidden > secret.txt
      test -s ledger.db-wal
      ledger sql "SELECT 'made'"
      """, in: folder)
    guard said.contains("made") else { throw CocoaError(.executableLoad) }
    return folder
  }

  private func book() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: Self.fixture.get(), to: folder)
    return folder
  }

  private func contents(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  /// Runs the program: its status, and what it printed on both outputs.
  private func ledger(
    _ arguments: [String], in folder: URL, input: Data? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = Project.products.appending(path: "ledger")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8"]
    process.standardOutput = output
    process.standardError = output
    if let input {
      let file = folder.appending(path: "input.sql")
      try input.write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
      try FileManager.default.removeItem(at: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func `the table has more than a hundred statements, and all its lines are read`() {
    #expect(HostileStatement.all.count >= 100)
    #expect(HostileStatement.all.count == HostileStatement.lines)
  }

  @Test(arguments: HostileStatement.all)
  func `a statement reads or is refused, and no file changes`(statement: HostileStatement) throws {
    let folder = try book()
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try contents(of: folder)
    // What is to run out of memory has the time for it.
    let isLate = statement.verdict == .stopped && statement.reason != "memory"
    let (status, output) = try ledger(
      ["sql", statement.sql, "--timeout", isLate ? "300ms" : "1m"], in: folder)
    let expected: [Int32] =
      switch statement.verdict {
      case .answers: [0]
      // What is no statement of SQLite's is wrong usage.
      case .refused: [1, 64]
      case .stopped: [1]
      }
    #expect(expected.contains(status), "\(output)")
    #expect(output.contains(statement.reason))
    #expect(!output.contains("hidden"))
    let after = try contents(of: folder)
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name) changed") }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/ledger-stolen.db"))
  }

  @Test func `a statement comes from a file with a BOM, and not with a NUL or in megabytes`() throws
  {
    let folder = try book()
    defer { try? FileManager.default.removeItem(at: folder) }
    let sql = Data("SELECT 'read' AS word".utf8)
    for (bytes, status, words) in [
      (Data([0xef, 0xbb, 0xbf]) + sql, 0, "read"),
      (sql + Data([0]) + Data(" FROM nowhere".utf8), 64, "NUL"),
      (sql + Data([0xff]), 64, "UTF-8"),
      (sql + Data(repeating: 0x20, count: 100_000), 1, "100,000 bytes"),
      (Data(repeating: 0x20, count: 100_000_000), 1, "100,000 bytes"),
    ] as [(Data, Int32, String)] {
      let answer = try ledger(["sql"], in: folder, input: bytes)
      #expect(answer.status == status)
      #expect(answer.output.contains(words))
      #expect(answer.output.utf8.count < 1000)
    }
  }

  @Test func `a book's own views and triggers do no more than a stranger may`() throws {
    let folder = try book()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try RunningImport.shell(
      """
      sqlite3 ledger.db \
        "CREATE VIEW evil AS SELECT writefile('made.txt', 'x')" \
        "CREATE VIEW pointer AS SELECT fts3_tokenizer('simple') AS p" \
        "CREATE VIEW hidden_file AS SELECT * FROM pragma_database_list" \
        "CREATE VIRTUAL TABLE words USING fts5(word)"
      ledger sql "SELECT 1"
      """, in: folder)
    let before = try contents(of: folder)
    for (view, word) in [
      ("evil", "writefile"), ("pointer", "fts3_tokenizer"),
      ("hidden_file", "unsafe use of virtual table"), ("words", "no such module"),
    ] {
      let (status, output) = try ledger(["sql", "SELECT * FROM \(view)"], in: folder)
      #expect(status == 64)
      #expect(output.contains(word))
    }
    #expect(try contents(of: folder) == before)
  }
}
