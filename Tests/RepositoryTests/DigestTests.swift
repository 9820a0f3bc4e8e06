import LedgerCore
import LedgerTesting
import SQLite
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// The digests of entries: what is in them, and that others can make them too.
@Suite struct DigestTests {
  private func digests(_ connection: Connection) throws -> [String] {
    try connection.texts("SELECT digest FROM digest ORDER BY number")
  }

  @Test func `every entry has a digest, which its rows make again`() throws {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    let recorded = try connection.all("SELECT * FROM digest")
    #expect(recorded.count == Int(Scenario.entries))
    try connection.execute("DROP TRIGGER digest_is_never_deleted; DELETE FROM digest")
    try connection.remakeDigests()
    #expect(try connection.all("SELECT * FROM digest") == recorded)
  }

  @Test func `every table of facts is in the digest of some entry`() throws {
    let connection = try Connection(path: Scenario.bookFile(), mode: .readOnly)
    let parts = try connection.texts("SELECT parts FROM digest")
      .flatMap { text in text.split(separator: ", ").map { $0.prefix { $0 != " " } } }
    let tables = try Chain(session: SQLiteSession(connection)).tables().map(\.name)
    #expect(Set(parts.map(String.init)) == Set(tables))
    let others: Set = ["currency", "market", "market_clock", "metric", "digest", "person_text"]
    #expect(Set(AppendOnlyTests.factTables) == Set(tables).union(others))
  }

  @Test func `a column or a table that is added later changes no digest`() throws {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    let before = try digests(connection)
    try connection.execute(
      """
      ALTER TABLE sale ADD COLUMN colour TEXT;
      ALTER TABLE entry ADD COLUMN wishes INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE wish (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL) STRICT;
      DROP TRIGGER digest_is_never_deleted;
      DELETE FROM digest
      """)
    try connection.remakeDigests()
    #expect(try digests(connection) == before)
  }

  @Test func `a batch in any order has the digest of its rows`() throws {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("b", "a")
    let numbers = (0..<2000).map { ($0 * 7919) % 2000 }
    _ = try ledger.record(
      numbers.map { number in
        try sale(
          order: "\(number / 3)", line: Int64(number % 3),
          number % 3 == 2 ? .refund : .sale, source: number < 900 ? "z" : "é",
          product: number % 5 == 0 ? nil : "p\(number)",
          quantity: number % 3 == 2 ? -1 : 1, micros: number % 3 == 2 ? -1 : Int128(number),
          event: number % 2 == 0 ? "a" : "b")
      }, as: draft())
    // A first export of one source, and then of both: their rows are not in the order of names.
    _ = try ledger.record([sale(order: "x", source: "z"), sale(source: "a")], as: draft())
    let counts = try numbers.map { number in
      try AudienceCount(
        event: EventKey(number % 2 == 0 ? "a" : "b"), metric: number % 3 == 0 ? .views : .likes,
        at: #require(Instant(milliseconds: Int64(number))), count: Int64(number))
    }
    _ = try ledger.record(counts, as: draft())
    let other = try counts.map {
      try AudienceCount(event: $0.event, metric: $0.metric, at: $0.at, count: $0.count * 2)
    }
    let new = try [count(4, at: "1970-01-01T00:00:00.001Z"), count(5, event: "b")]
    _ = try ledger.record(other.reversed() + new, as: draft(), onConflict: .restate)
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `a large batch of two markets, or of known orders, is kept as it is`() throws {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("a")
    try ledger.recordEvents("german", in: germany)
    func batch(_ kind: Sale.Kind, markets: Int) throws -> [Sale] {
      try (0..<2000).map { number in
        try sale(
          order: "\(number / 4)", line: Int64(number % 4), kind, source: "\(markets)",
          product: number % 7 == 0 ? nil : "p\(number % 30)", quantity: kind == .sale ? 1 : -1,
          micros: kind == .sale ? 10 : -1, currency: number % 3 == 0 ? eur : gbp,
          event: number % markets == 0 ? "a" : "german")
      }
    }
    for markets in [1, 2] {
      _ = try ledger.record(batch(.sale, markets: markets), as: draft())
      _ = try ledger.record(batch(.refund, markets: markets), as: draft())
    }
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    let totals = try ledger.totals("a").sales.sorted { $0.currency.code < $1.currency.code }
    #expect(totals.map(\.lines) == [2002, 3998])
    #expect(totals.map(\.gross) == [10010, 19990])
    #expect(totals.map(\.refunded) == [-1001, -1999])
  }

  @Test func `the script in the documentation makes the same digests`() throws {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    let digests = try connection.texts("SELECT number || ':' || digest FROM digest ORDER BY number")
    let clean = try DigestScript.run(on: path)
    #expect(clean.status == 0)
    #expect(clean.lines == digests)
    try connection.execute(
      """
      DROP TRIGGER sale_is_never_updated;
      UPDATE sale SET quantity = 2 WHERE entry = 4 AND line = 1
      """)
    let changed = try DigestScript.run(on: path)
    #expect(changed.status == 1)
    #expect(changed.lines.prefix(3) == digests.prefix(3))
    #expect(changed.lines[3].hasSuffix(" differs"))
  }

  @Test func `the script finds words that are not those of their hash`() throws {
    let changes = [
      "UPDATE person_text SET text = 'Eve' WHERE text = 'Amy'",
      "UPDATE person_text SET text = NULL, salt = NULL WHERE text = 'Amy'",
      "INSERT INTO forgotten_text SELECT hash, 1 FROM person_text WHERE text = 'Amy'",
    ]
    for change in changes {
      let path = try Scenario.bookFile()
      let connection = try Connection(path: path, mode: .readWrite)
      try connection.execute("DROP TRIGGER person_text_is_never_updated; \(change)")
      let changed = try DigestScript.run(on: path)
      #expect(changed.status == 1, "\(change)")
      #expect(changed.lines.last?.hasPrefix("words ") == true, "\(change)")
    }
  }
}
