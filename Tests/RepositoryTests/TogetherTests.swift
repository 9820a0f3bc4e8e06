import LedgerCore
import SQLiteStorage
import Testing

@Suite struct TogetherTests {
  private let event: Event
  private let draft: Entry.Draft

  init() throws {
    let start = try #require(Instant(milliseconds: 0))
    event = try Event(
      key: EventKey("show"), market: Market.Code("UK"), platform: "tiktok", title: "Show",
      startsAt: start)
    draft = Entry.Draft(recordedAt: start, command: "test")
  }

  @Test func `what is recorded together is kept together`() throws {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.together {
      _ = try record(in: ledger)
    } isKept: { _ in
      true
    }
    #expect(try ledger.entries(limit: nil).map(\.number) == [2, 1])
  }

  @Test func `a batch that fails keeps nothing of its own among others that are kept`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.together {
      try ledger.recordEvents("a")
      #expect(throws: LedgerError.overflow("a total of sales")) {
        try ledger.record(
          [
            sale(order: "1", .adjustment, micros: Int128(Int64.max)),
            sale(order: "2", .adjustment, micros: 1),
          ], as: draft)
      }
      _ = try ledger.record([sale(order: "3")], as: draft)
    } isKept: { _ in
      true
    }
    #expect(try ledger.entries(limit: nil).map(\.number) == [2, 1])
    let facts = try ModelBook(factsOf: path).facts()
    #expect(facts.sales.map(\.sale.key.order) == ["3"])
    #expect(
      try ledger.totals(of: uk, during: .always) == facts.totals(of: uk, during: .always))
  }

  @Test func `others wait while something is recorded together`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    let other = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0.05)
    try ledger.together {
      try ledger.recordEvents("a")
      #expect(throws: LedgerError.busy(path: path)) { try other.recordEvents("b") }
      #expect(try other.entries(limit: nil).isEmpty)
    } isKept: { _ in
      true
    }
    try other.recordEvents("b")
    #expect(try other.entries(limit: nil).map(\.number) == [2, 1])
  }

  @Test func `what is not to be kept leaves no trace`() throws {
    let ledger = try SQLiteLedger.inMemory()
    let entries = try ledger.together {
      try record(in: ledger)
    } isKept: { _ in
      false
    }
    #expect(entries == [1, 2])
    #expect(try ledger.entries(limit: nil).isEmpty)
    #expect(try record(in: ledger) == [1, 2])
  }

  @Test func `an error keeps nothing of what was recorded before it`() throws {
    struct Failure: Error {}
    let ledger = try SQLiteLedger.inMemory()
    #expect(throws: Failure.self) {
      try ledger.together {
        _ = try record(in: ledger)
        throw Failure()
      } isKept: { _ in
        true
      }
    }
    #expect(try ledger.entries(limit: nil).isEmpty)
  }

  private func record(in ledger: SQLiteLedger) throws -> [Int64?] {
    let count = try AudienceCount(
      event: event.key, metric: .views, at: event.startsAt, count: 5)
    return [
      try ledger.record([event], as: draft).entry, try ledger.record([count], as: draft).entry,
    ]
  }
}
