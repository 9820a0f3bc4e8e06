import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What `verify` finds in a book that somebody has changed by other means.
@Suite struct VerificationTests {
  private typealias Flaw = Verification.Flaw

  /// The scenario's book after some SQL, with the guards out of the way.
  private func verify(
    after sql: String, _ plan: VerificationPlan = VerificationPlan()
  ) throws -> Verification {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    let triggers = try connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
    for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger[0].shown)") }
    try connection.execute(sql)
    for trigger in triggers { try connection.execute(trigger[1].shown) }
    return try SQLiteLedger.open(path, for: .reading).verify(plan)
  }

  private func receipt(of entry: Int64) throws -> Receipt {
    let ledger = try SQLiteLedger.open(Scenario.bookFile(), for: .reading)
    return try #require(ledger.entry(entry)?.receipt)
  }

  @Test func `a book that nobody changed is sound, and its receipt is that of its last entry`()
    throws
  {
    let last = try receipt(of: Scenario.entries)
    let receipts = try (1...Scenario.entries).map { try receipt(of: $0) }
    let ledger = try SQLiteLedger.open(Scenario.bookFile(), for: .reading)
    let result = try ledger.verify(VerificationPlan(receipts: receipts))
    #expect(result.flaws == [])
    #expect(result.receipt == last)
    #expect(result.entries == 1...Scenario.entries)
    for check in Verification.Check.allCases { #expect((result.checked[check] ?? 0) > 0) }
  }

  @Test func `an empty book is sound`() throws {
    let result = try SQLiteLedger.inMemory().verify(VerificationPlan())
    #expect(result.flaws == [])
    #expect(result.receipt == nil)
    #expect(result.entries == nil)
  }

  @Test func `a row that is changed is found, with its entry, table and key`() throws {
    let result = try verify(after: "UPDATE event SET title = 'b2' WHERE key = 'b'")
    #expect(
      result.flaws == [
        Flaw(
          .digests, entry: 1, table: "event", row: "id 1; id 2",
          reason: "one or more of 2 rows were changed")
      ])
    #expect(result.receipt == nil)
  }

  @Test(arguments: AppendOnlyTests.factTables)
  func `a change of any column of any fact is found`(table: String) throws {
    let path = try Scenario.bookFile()
    let original = try Connection(path: path, mode: .readOnly)
    for column in try original.all("SELECT name, type FROM pragma_table_info('\(table)')") {
      let name = column[0].shown
      // One row, whichever is first.
      let change =
        column[1] == .text("TEXT") ? "ifnull(\(name), '') || 'x'" : "ifnull(\(name), 0) + 1"
      let key = Schema.tables.first { $0.name == table }?.key ?? []
      let list = key.joined(separator: ", ")
      let result = try verify(
        after: """
          PRAGMA foreign_keys = off; PRAGMA ignore_check_constraints = on;
          UPDATE OR REPLACE \(table) SET \(name) = \(change)
          WHERE (\(list)) IN (SELECT \(list) FROM \(table) LIMIT 1)
          """)
      #expect(!result.isSound, "\(table).\(name)")
    }
  }

  @Test(arguments: AppendOnlyTests.factTables)
  func `a row that is deleted or added is found`(table: String) throws {
    let key = Schema.tables.first { $0.name == table }?.key.joined(separator: ", ") ?? ""
    let first = "(\(key)) IN (SELECT \(key) FROM \(table) LIMIT 1)"
    let deleted = try verify(
      after: "PRAGMA foreign_keys = off; DELETE FROM \(table) WHERE \(first)")
    #expect(!deleted.isSound)
    let others: Set = ["currency", "market", "market_clock", "metric", "digest", "entry"]
    guard !others.contains(table) else { return }
    let columns = try SQLiteLedger.inMemory().connection
      .texts("SELECT name FROM pragma_table_info('\(table)')")
    // The copy of a row under another key.
    let numbers: Set = [
      "position", "line", "at", "observed_at", "day", "joined_on", "id", "voided",
    ]
    let texts: Set = ["key", "name", "subject", "hash", "text"]
    let values = columns.map { column in
      numbers.contains(column) || (table == "event_amendment" && column == "event")
        || (table == "same_show" && column == "other")
        ? "\(column) + 1000000" : texts.contains(column) ? "\(column) || 'x'" : column
    }
    let added = try verify(
      after: """
        PRAGMA foreign_keys = off; PRAGMA ignore_check_constraints = on;
        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM \(table) LIMIT 1
        """)
    #expect(added.flaws.contains { $0.check == .digests && $0.table == table })
  }

  @Test func `what replaces a count or a sale past the guards is found`() throws {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    // As a program may that does not care for them.
    connection.setTriggers(on: false)
    try connection.execute(
      """
      INSERT OR REPLACE INTO audience_count
      SELECT event, metric, at, entry, count + 1 FROM audience_count WHERE entry = 2 LIMIT 1;
      INSERT OR REPLACE INTO sale (
        source, order_number, line, kind, entry, market, event, product, quantity, amount_micros,
        currency, at)
      SELECT source, order_number, line, kind, entry, market, event, product, quantity,
        amount_micros + 1, currency, at FROM sale WHERE entry = 4 LIMIT 1
      """)
    let flaws = try SQLiteLedger.open(path, for: .reading).verify(VerificationPlan()).flaws
    #expect(
      flaws.contains { $0.check == .digests && $0.entry == 2 && $0.table == "audience_count" })
    #expect(flaws.contains { $0.check == .digests && $0.entry == 4 && $0.table == "sale" })
    #expect(flaws.contains { $0.table == "audience_total" && $0.row == "event 1, metric 1" })
    #expect(flaws.contains { $0.table == "product_sale_total" })
  }

  @Test(arguments: EntryTable.counted)
  func `a count of an entry that is not of its rows is found, also in what is trusted`(
    type: FactType
  ) throws {
    let column = type.rawValue
    let result = try verify(
      after: "UPDATE entry SET \(column) = \(column) + 1 WHERE number = 2",
      VerificationPlan(since: Scenario.entries))
    #expect(result.flaws.map(\.check) == [.entries])
    #expect(result.flaws.map(\.entry) == [2])
  }

  @Test(arguments: [Int64(20_000), 4_000_000_000_000_000_000, .max])
  func `an entry whose number leaves a wide gap is found, without memory for the gap`(
    number: Int64
  ) throws {
    let result = try verify(
      after: """
        INSERT INTO entry (number, recorded_at, command, events, audience_counts, sales)
        VALUES (\(number), 9000000000000, 'x', 0, 0, 0)
        """)
    #expect(result.flaws.contains { $0.check == .digests && $0.reason.contains("\(number)") })
  }

  @Test(arguments: [
    ("recorded_at = recorded_at - 86400000 WHERE number = 3", [Int64(3)]),
    ("recorded_at = 253402300800000", [Int64](1...Scenario.entries)),
    ("recorded_at = -62135596800001 WHERE number = 1", [1]),
  ])
  func `a time of recording that falls, or that nothing can show, is found`(
    change: String, entries: [Int64]
  ) throws {
    let result = try verify(
      after: "UPDATE entry SET \(change)", VerificationPlan(since: Scenario.entries))
    #expect(result.flaws.map(\.check) == entries.map { _ in .entries })
    #expect(result.flaws.map(\.entry) == entries)
  }

  @Test func `two rows that change places are found`() throws {
    let result = try verify(
      after: """
        UPDATE event SET title = (SELECT title FROM event AS other WHERE other.id = 3 - event.id)
        WHERE id IN (1, 2)
        """)
    #expect(result.flaws.map(\.entry) == [1])
  }

  @Test func `two entries that change places are found`() throws {
    // Of equal instants and commands, so that nothing else tells them apart.
    let result = try verify(
      after: """
        PRAGMA foreign_keys = off;
        UPDATE rate SET entry = 15; UPDATE survey SET entry = 16; UPDATE survey_answer SET entry = 16
        """)
    #expect(Set(result.flaws.compactMap(\.entry)) == [15, 16])
  }

  @Test(arguments: [
    "audience_total", "curve_step", "curve_gap", "event_retention", "event_sale_total",
    "event_sale_quarter", "event_credit_quarter",
    "market_sale_total", "market_sale_day", "product_sale_total",
  ])
  func `a total that is changed, deleted or added is found`(table: String) throws {
    let column =
      switch table {
      case "audience_total": "peak"
      case "curve_step": "steps"
      case "curve_gap": "twice_area"
      case "event_retention": "half_micros"
      default: "lines"
      }
    for sql in ["UPDATE \(table) SET \(column) = \(column) + 1", "DELETE FROM \(table)"] {
      let result = try verify(after: sql)
      #expect(!result.isSound)
      #expect(result.flaws.allSatisfy { $0.check == .totals && $0.table == table })
    }
    let columns = Schema.tables.first { $0.name == table }?.columns.map(\.name) ?? []
    let values = columns.map { column in
      switch column {
      case "metric": "11"
      case "currency": "'CHF'"
      case "event" where table == "event_retention":
        "(SELECT id FROM event WHERE id NOT IN (SELECT event FROM event_retention))"
      default: column
      }
    }
    let result = try verify(
      after: "INSERT INTO \(table) SELECT \(values.joined(separator: ", ")) FROM \(table) LIMIT 1")
    #expect(result.flaws.contains { $0.check == .totals && $0.table == table })
  }

  @Test func `a guard, an index or a table that is missing or changed is found`() throws {
    for (name, sql) in [
      ("sale_is_never_updated", "DROP TRIGGER sale_is_never_updated"),
      ("event_by_start", "DROP INDEX event_by_start"),
      ("sales", "DROP VIEW sales; CREATE VIEW sales AS SELECT 1 AS one"),
      ("thief", "CREATE TRIGGER thief AFTER INSERT ON sale BEGIN DELETE FROM sale; END"),
    ] {
      let path = try Scenario.bookFile()
      try Connection(path: path, mode: .readWrite).execute(sql)
      let flaws = try SQLiteLedger.open(path, for: .reading).verify(VerificationPlan()).flaws
      #expect(flaws.map(\.table) == [name])
      #expect(flaws.allSatisfy { $0.check == .schema })
    }
  }

  @Test func `a digest that is rewritten is found where it is`() throws {
    let other = String(repeating: "0", count: 64)
    let result = try verify(after: "UPDATE digest SET digest = '\(other)' WHERE number = 7")
    #expect(
      result.flaws == [
        Flaw(
          .digests, entry: 7, table: "digest", row: "number 7",
          reason: "was changed, or the digest before it was")
      ])
  }

  @Test func `a book without its last entries is found by a receipt alone`() throws {
    let cut = """
      PRAGMA foreign_keys = off;
      DELETE FROM acceptance; DELETE FROM question_parameter; DELETE FROM question;
      DELETE FROM person_text WHERE text IS NULL; DELETE FROM forgotten_text;
      DELETE FROM setting; DELETE FROM coverage; DELETE FROM credit; DELETE FROM same_show;
      DELETE FROM alias;
      DELETE FROM event_credit_quarter;
      DELETE FROM event_mark;
      DELETE FROM event_amendment; DELETE FROM event_amendment_brand;
      DELETE FROM event_amendment_creator;
      DELETE FROM event WHERE entry > 17;
      DELETE FROM membership WHERE entry > 17; DELETE FROM void WHERE entry > 17;
      DELETE FROM entry WHERE number > 17; DELETE FROM digest WHERE number > 17
      """
    #expect(try verify(after: cut).flaws == [])
    let plan = try VerificationPlan(receipts: [receipt(of: 17), receipt(of: Scenario.entries)])
    let flaws = try verify(after: cut, plan).flaws
    #expect(flaws.map(\.check) == [.receipts])
    #expect(flaws.map(\.entry) == [Scenario.entries])
    let unfinished = cut.split(separator: "DELETE FROM digest")[0]
    let left = try verify(after: String(unfinished)).flaws.filter { $0.check == .digests }
    #expect(left.map(\.entry) == Array(18...Scenario.entries))
  }

  @Test func `a chain that is rewritten whole is found by a receipt alone`() throws {
    let path = try Scenario.bookFile()
    let connection = try Connection(path: path, mode: .readWrite)
    let triggers = try connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
    for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger[0].shown)") }
    try connection.execute("UPDATE claim SET source = 'nobody'; DELETE FROM digest")
    try connection.remakeDigests()
    for trigger in triggers { try connection.execute(trigger[1].shown) }
    let ledger = try SQLiteLedger.open(path, for: .reading)
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    let plan = try VerificationPlan(receipts: [receipt(of: 12), receipt(of: Scenario.entries)])
    let flaws = try ledger.verify(plan).flaws
    #expect(flaws.map(\.check) == [.receipts])
    #expect(flaws.map(\.entry) == [Scenario.entries])
  }

  @Test func `what is trusted is not drawn up again, and what came later is`() throws {
    let change = "UPDATE event SET title = 'b2' WHERE key = 'b'"
    #expect(try verify(after: change, VerificationPlan(since: 1)).flaws == [])
    let later = "UPDATE rate SET units = units + 1"
    let result = try verify(after: later, VerificationPlan(since: 15))
    #expect(result.flaws.map(\.entry) == [16])
    #expect(result.entries == 16...Scenario.entries)
    #expect(try verify(after: later, VerificationPlan(since: 16)).flaws == [])
    let last = try verify(after: change, VerificationPlan(since: Scenario.entries))
    #expect(last.flaws == [])
    #expect(throws: LedgerError.unknownEntry(Scenario.entries + 1, last: Scenario.entries)) {
      try verify(after: change, VerificationPlan(since: Scenario.entries + 1))
    }
  }

  @Test func `numbers that cannot be added up are found, and do not trap`() throws {
    let most = Int64.max
    let result = try verify(
      after: """
        PRAGMA ignore_check_constraints = on;
        UPDATE sale SET quantity = \(most), amount_micros = \(most), at = \(most);
        UPDATE audience_count SET count = \(most), at = \(most) - at;
        UPDATE entry SET recorded_at = \(most)
        """)
    #expect(Set(result.flaws.map(\.check)).isSuperset(of: [.digests, .totals, .references]))
  }

  @Test func `bytes that are flipped in a book are found or of no meaning, and none traps`()
    throws
  {
    var random = SeededGenerator(for: "flipped bytes")
    let path = try Scenario.bookFile()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let sound = try dump(path)
    let expected = try #require(
      SQLiteLedger.open(path, for: .reading).verify(VerificationPlan()).receipt)
    for _ in 0..<60 {
      var damaged = bytes
      let place = Int.random(in: 100..<bytes.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let other = try Scratch.newPath()
      try damaged.write(to: URL(fileURLWithPath: other))
      defer { Scratch.remove(other) }
      guard let ledger = try? SQLiteLedger.open(other, for: .reading),
        let result = try? ledger.verify(VerificationPlan(receipts: [expected]))
      else { continue }
      if result.isSound { #expect(try dump(other) == sound, "byte \(place)") }
    }
  }

  /// All that a book says.
  private func dump(_ path: String) throws -> [[Value]] {
    let connection = try Connection(path: path, mode: .readOnly)
    return try Schema.tables.flatMap { table in
      try connection.all(
        "SELECT * FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))")
    }
  }
}
