import LedgerCore
import LedgerKit
import Synchronization
import Testing

/// A clock that is set back, or was ahead.
@Suite struct ClockTests {
  private static let first: Int64 = 1_640_000_000_000

  /// A book with entries at two times, and a clock that shows a third.
  private func book(_ times: [Int64], now: Int64) throws -> Book {
    let hands = Mutex(now)
    let book = try Book.inMemory(
      clock: Clock { Instant(milliseconds: hands.withLock { $0 }) ?? .earliest })
    for (number, time) in times.enumerated() {
      hands.withLock { $0 = time }
      let show = EventWords(
        key: "e\(number)", market: "UK", platform: "tiktok", title: "a",
        starts: "2021-12-08T17:00Z")
      _ = try book.record(show, as: book.draft("test"))
    }
    hands.withLock { $0 = now }
    return book
  }

  @Test func `entries that bear a later time than the clock are named`() throws {
    let book = try book([Self.first, Self.first + 2000, Self.first + 3000], now: Self.first + 1000)
    let later = try #require(try book.laterEntries())
    #expect((later.first, later.last) == (2, 3))
    #expect(later.recordedAt.milliseconds == Self.first + 3000)
    #expect(later.now.milliseconds == Self.first + 1000)
  }

  @Test(arguments: [0, 1, 1_000_000])
  func `a clock that has not fallen behind is not remarked on`(ahead: Int64) throws {
    #expect(try book([Self.first], now: Self.first + ahead).laterEntries() == nil)
    #expect(try book([], now: Self.first + ahead).laterEntries() == nil)
  }

  @Test func `what is asked as of a day or a time remembers such entries`() throws {
    for text in ["2021-12-20", "2021-12-20T12:00Z", "1999-01-01"] {
      let book = try book([Self.first, Self.first + 2000], now: Self.first + 1000)
      _ = try book.lastEntry(asOf: text, .utc)
      #expect(book.laterEntriesOfRequest?.first == 2, "\(text)")
    }
    let book = try book([Self.first, Self.first + 2000], now: Self.first + 1000)
    #expect(try book.lastEntry(asOf: "2", .utc) == 2)
    #expect(book.laterEntriesOfRequest == nil)
  }
}
