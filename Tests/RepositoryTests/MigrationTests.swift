import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// From an empty file, and from every earlier version, to the schema of today.
@Suite struct MigrationTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Migrations/SQLite").standardizedFileURL

  @Test func `the list of migrations is the folder, name by name and byte by byte`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(Migration.all.map { "\($0.name).sql" } + ["current.sql"] == names)
    for migration in Migration.all {
      let file = try Data(contentsOf: Self.folder.appendingPathComponent("\(migration.name).sql"))
      #expect(Data(migration.sql.utf8) == file, "\(migration.name)")
    }
  }

  @Test func `migrations are numbered from 1 without a gap`() {
    for (index, migration) in Migration.all.enumerated() {
      let number = String(index + 1)
      let prefix = String(repeating: "0", count: 4 - number.count) + number + "_"
      #expect(migration.name.hasPrefix(prefix))
    }
  }

  @Test func `a new book says that it is a ledger, and of which version`() throws {
    let path = try Scratch.newPath()
    try SQLiteLedger.make(at: path).close()
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(try connection.all("PRAGMA application_id") == [[.integer(0x4c44_4752)]])
    #expect(try connection.all("PRAGMA user_version") == [[.integer(Int64(Migration.all.count))]])
    #expect(try connection.texts("PRAGMA journal_mode") == ["wal"])
    #expect(try connection.texts("PRAGMA integrity_check") == ["ok"])
  }

  @Test func `migrating a book that is up to date changes nothing`() throws {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    let before = try connection.all("PRAGMA data_version") + connection.all("PRAGMA schema_version")
    try Book(connection: connection).migrate()
    #expect(
      try connection.all("PRAGMA data_version") + connection.all("PRAGMA schema_version") == before)
  }

  @Test(arguments: [SQLiteLedger.Access.reading, .recording], OldBook.versions)
  func `a book of an earlier version is brought up to date, with its facts`(
    access: SQLiteLedger.Access, version: Int
  ) throws {
    let path = try Scratch.newPath()
    let (event, counts, sales) = try OldBook.make(at: path, version: version)
    // To record, a book is only brought up to date by itself where that writes no row.
    if access == .reading || version < Migration.lastFilling {
      _ = try SQLiteLedger.upgrade(path, keepsCopy: false)
    }
    let ledger = try SQLiteLedger.open(path, for: access)
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(try Book(connection: connection).kind() == .ledger(version: Migration.all.count))
    let objects = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(try connection.all(objects) == SQLiteLedger.inMemory().connection.all(objects))

    #expect(try ledger.events(in: nil, during: .always, limit: nil) == (event.map { [$0] } ?? []))
    #expect(try ledger.entries(limit: nil).map(\.number) == OldBook.entries(version: version))
    let model = try ModelBook(factsOf: path).facts()
    #expect(model.counts == counts)
    #expect(model.sales.map(\.sale) == sales)
    for grain in [TotalsRequest.SaleGrain.sums, .eventQuarters] {
      let question = TotalsRequest(market: uk, period: .always, sales: grain, products: true)
      #expect(
        try ledger.totals(question).compared(for: question)
          == model.totals(question).compared(for: question))
    }

    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    guard access == .recording else { return }
    let next = try LedgerTesting.event("next")
    let entry = try ledger.record([next], as: draft()).entry
    #expect(entry == Int64(OldBook.entries(version: version).count + 1))
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `the viewers at the marks of a show are drawn up of an older book`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 24)
    let connection = try Connection(path: path, mode: .readWrite)
    // A show of 1,000 s, counted at its start and at its end.
    try connection.execute(
      """
      INSERT INTO event (id, key, market, platform, title, starts_at, ends_at, entry)
      VALUES (8, 'b', 'UK', 'tiktok', 'b', 0, 1000000, 1);
      INSERT INTO audience_count (event, metric, at, entry, count)
      VALUES (8, 1, 0, 2, 100), (8, 1, 1000000, 2, 300)
      """)
    try Book(connection: connection).migrate()
    #expect(
      try connection.all("SELECT * FROM event_retention")
        == [[.integer(8), .integer(150_000_000), .integer(200_000_000), .integer(250_000_000)]])
  }

  @Test func `a book from before settings has none, and takes one`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 40)
    let ledger = try SQLiteLedger.open(path, for: .recording)
    #expect(try ledger.settings(asOf: nil).isEmpty)
    #expect(try ledger.entries(limit: nil).allSatisfy { $0.counts[.settings] == 0 })
    #expect(try ledger.record([setting("zone.UK", "UTC")], as: draft()).entry == 4)
    #expect(try ledger.settings(asOf: 3).isEmpty)
    #expect(try ledger.settings(asOf: 4).map(\.setting.value) == ["UTC"])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `a book from before authors keeps its receipts, and names its next author`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 43)
    let before = try Connection(path: path, mode: .readOnly)
      .all("SELECT number, digest FROM digest ORDER BY number")
    let ledger = try SQLiteLedger.open(path, for: .recording)
    #expect(try ledger.entries(limit: nil).map(\.draft.author) == [nil, nil, nil])
    _ = try ledger.record([LedgerTesting.event("next")], as: draft(author: "Mia"))
    let after = try ledger.connection.all(
      "SELECT number, digest FROM digest WHERE number <= 3 ORDER BY number")
    #expect(after == before)
    #expect(try ledger.entry(4)?.draft.author == "Mia")
    #expect(
      try ledger.connection.all("SELECT author FROM events_history ORDER BY entry")
        == [[.null], [.text("Mia")]])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `a migration that fails leaves the version before it`() throws {
    let connection = try Connection(inMemory: ())
    let book = Book(connection: connection)
    try book.migrate(Array(Migration.all.prefix(4)))
    // Its table is there already.
    try connection.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY) STRICT")
    #expect(throws: StorageError.self) { try book.migrate() }
    #expect(try book.kind() == .ledger(version: 4))
    #expect(!connection.isInTransaction)
  }

  @Test func `two programs that migrate one book at once both succeed`() async throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 2)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          _ = try SQLiteLedger.upgrade(path)
          return try SQLiteLedger.open(path, for: .reading).reference().markets.count
        }
      }
      for try await markets in group { #expect(markets > 200) }
    }
  }
}
