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
    try ledger.together { _ = try record(in: ledger) } isKept: { _ in true }
    #expect(try ledger.entries(limit: nil).map(\.number) == [1, 2])
  }

  @Test func `what is not to be kept leaves no trace`() throws {
    let ledger = try SQLiteLedger.inMemory()
    let entries = try ledger.together { try record(in: ledger) } isKept: { _ in false }
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
