import LedgerCore
import SQLiteStorage
import Synchronization

/// The one book that all inputs ask, since making one takes longer than asking it.
enum AskedBook {
  /// Calls `body` with the book, which holds a show, a count and a sale; one caller at a time.
  static func withBook<Answer: Sendable>(
    _ body: @Sendable (SQLiteLedger) throws(Finding) -> Answer
  ) throws(Finding) -> Answer {
    let answer: Result<Answer, Finding> = book.withLock { book in
      Result { () throws(Finding) in try body(book) }
    }
    return try answer.get()
  }

  private static let book = Mutex(made())

  private static func made() -> SQLiteLedger {
    do {
      let start = try TimeFormat.iso8601.instant("2021-12-08T18:00:00Z", zone: nil)
      let draft = Entry.Draft(recordedAt: start, command: "fuzz")
      let market = Market.Code("UK")
      let key = try EventKey("on-trend")
      let ledger = try SQLiteLedger.inMemory()
      let event = try Event(
        key: key, market: market, platform: "tiktok", title: "On Trend", startsAt: start)
      let count = try AudienceCount(event: key, metric: .concurrent, at: start, count: 40)
      let sale = try Sale(
        source: "shop", order: "1", line: 1, kind: .sale, product: "lipstick", quantity: 1,
        amount: Money(micros: 9_990_000, currency: Currency(code: "GBP", digits: 2)), at: start,
        event: key)
      _ = try ledger.record([event], as: draft)
      _ = try ledger.record([count], as: draft)
      _ = try ledger.record([sale], as: draft)
      return ledger
    } catch {
      fatalError("a book to ask could not be made: \(error)")
    }
  }
}
