import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What a book says, and that it is sound and its totals are those of its facts.
struct SoundBook: Equatable {
  let entries: [Entry]
  let totals: [MarketTotals]

  static let markets = [uk, germany]

  init(_ ledger: SQLiteLedger) throws {
    entries = try ledger.entries(limit: nil)
    totals = try Self.markets.map { try ledger.totals(of: $0, during: .always).sorted }
  }

  init(at path: String) throws {
    let ledger = try SQLiteLedger.open(path, for: .reading)
    try self.init(ledger)
    let model = try ModelBook(factsOf: path).facts()
    #expect(totals == Self.markets.map { model.totals(of: $0, during: .always).sorted })
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }
}

/// Books that were read: each once, for the same pages say the same.
struct SoundBooks {
  private var known: [(pages: Data, book: SoundBook)] = []

  mutating func book(at path: String) throws -> SoundBook {
    guard let pages = RecoveredPages.read(ofBookAt: path) else { return try SoundBook(at: path) }
    if let last = known.last(where: { $0.pages == pages }) { return last.book }
    let book = try SoundBook(at: path)
    known.append((pages, book))
    return book
  }
}
