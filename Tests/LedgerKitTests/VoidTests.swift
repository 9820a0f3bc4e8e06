import LedgerCore
import LedgerKit
import LedgerTesting
import Testing

/// A void that is taken back, where what it took back is nowhere but in the book.
@Suite struct VoidTests {
  private let book: Book

  /// A book with a show, and three chunks of a pipe: counts, counts, a sale.
  init(_ ledger: any Ledger) throws {
    book = Book(place: "book", ledger: ledger)
    _ = try ledger.record([event("a")], as: draft())
    var part = try draft()
    part.source = "standard input"
    part.chunk = Entry.Chunk(first: nil)
    _ = try ledger.record([count(5)], as: part)
    part.chunk = Entry.Chunk(first: 2)
    _ = try ledger.record([count(7, at: "2021-12-08T18:10Z")], as: part)
    _ = try ledger.record([sale()], as: part)
  }

  init() throws { try self.init(Book.inMemory().ledger) }

  private func void(
    _ entry: Int64, _ extent: VoidExtent = .file, isTrial: Bool = false
  ) throws -> VoidRecord {
    try book.void(entry, extent, reason: "x", as: draft(author: "Mia"), isTrial: isTrial)
  }

  private func totals(_ ledger: any Ledger) throws -> MarketTotals {
    try ledger.totals(TotalsRequest(market: uk, period: .always))
  }

  @Test(arguments: [true, false])
  func `the facts of a voided pipe are recorded again, in as many entries`(isModel: Bool) throws {
    let tests = isModel ? try VoidTests(ModelLedger()) : self
    let book = tests.book
    let before = try totals(book.ledger)
    let entry = try tests.void(3).entry
    #expect(try totals(book.ledger) != before)
    let again = try tests.void(entry)
    #expect(again.again == [6, 7, 8])
    #expect(again.counts.phrase == "2 audience counts, 1 sale")
    #expect(try totals(book.ledger) == before)
    let entries = try book.ledger.entries(limit: 3)
    #expect(entries.map(\.firstOfImport) == [6, 6, 6])
    #expect(entries.allSatisfy { $0.draft.source == "standard input" && $0.draft.author == "Mia" })
    #expect(try book.ledger.verify(VerificationPlan()).flaws == [])
    // Once more, there and back.
    #expect(try tests.void(tests.void(7).entry).again == [10, 11, 12])
    #expect(try totals(book.ledger) == before)
  }

  @Test func `a trial records nothing`() throws {
    let entry = try void(3, .entry).entry
    #expect(try void(entry, isTrial: true).again == [6])
    #expect(try void(2, isTrial: true).voided == [2, 4])
    #expect(try book.ledger.entries(limit: 1).map(\.number) == [5])
  }

  @Test func `what has been recorded again, or with another value, is refused as a whole`() throws {
    let entry = try void(3).entry
    _ = try book.ledger.record([count(8, at: "2021-12-08T18:10Z")], as: draft())
    #expect(throws: LedgerError.self) { try void(entry) }
    #expect(try book.ledger.entries(limit: 1).map(\.number) == [6])
    _ = try void(6)
    #expect(try void(entry).again == [8, 9, 10])
    #expect(throws: LedgerError.self) { try void(entry) }
    #expect(try book.ledger.entries(limit: 1).map(\.number) == [10])
  }

  @Test func `a void of a show, or of a fact whose show is gone, stays`() throws {
    let facts = try void(3).entry
    let show = try void(1).entry
    for entry in [facts, show] {
      let error = #expect(throws: LedgerError.self) { try void(entry) }
      guard case .cannotVoid(entry, _) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
    #expect(try book.ledger.entries(limit: 1).map(\.number) == [show])
  }
}
