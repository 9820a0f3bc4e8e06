import BookStorage
import LedgerCore
import LedgerTesting
import SQLiteStorage
import TestSupport
import Testing

/// A book says the same of sales, in whatever order and batches its files had them.
@Suite struct SaleArrangementTests {
  /// 60 orders of two lines, of which some have come back, in the order of the table's key.
  private static func sales(isMixed: Bool = false) throws -> [Sale] {
    try (10..<70).flatMap { order in
      let isAbroad = isMixed && order % 3 == 0
      return try (1...2).flatMap { line in
        let kinds: [Sale.Kind] = order % 4 == 0 ? [.sale, .refund] : [.sale]
        return try kinds.map { kind in
          try sale(
            order: "\(order)", line: Int64(line), kind, source: isAbroad ? "laden" : "shop",
            quantity: kind == .sale ? Int64(line) : 0,
            micros: kind == .sale ? 9_990_000 : -1_000_000, currency: isAbroad ? eur : gbp,
            event: isAbroad ? nil : "a", market: isAbroad ? germany : uk)
        }
      }
    }
  }

  private func ledger() throws -> SQLiteLedger {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("a")
    return ledger
  }

  /// Expects what one sale after the other would come to, and a book in which all fits together.
  private func expectSameTotals(_ batches: [[Sale]], new: [Sale]) throws {
    let (together, apart) = (try ledger(), try ledger())
    for batch in batches { _ = try together.record(batch, as: draft()) }
    for sale in new { #expect(try apart.record([sale], as: draft()).outcomes == [.recorded]) }
    for market in [uk, germany] {
      #expect(
        try together.totals(of: market, during: .always)
          == apart.totals(of: market, during: .always))
    }
    #expect(try together.totals("a") == apart.totals("a"))
    #expect(try together.verify(VerificationPlan()).flaws == [])
    for batch in batches {
      let outcomes = try together.record(batch, as: draft()).outcomes
      #expect(outcomes == batch.map { _ in .alreadyRecorded })
    }
  }

  @Test(arguments: [false, true])
  func `sales in the table's order, the other way round, or moved a little`(isMixed: Bool) throws {
    let sales = try Self.sales(isMixed: isMixed)
    try expectSameTotals([sales], new: sales)
    try expectSameTotals([sales.reversed()], new: sales)
    // Near enough to be moved one by one, and too far for that.
    for length in [2, 5, 40] {
      let moved = stride(from: 0, to: sales.count, by: length).flatMap {
        sales[$0..<min($0 + length, sales.count)].reversed()
      }
      try expectSameTotals([moved], new: sales)
    }
  }

  @Test func `sales in no order at all`() throws {
    var random = SeededGenerator(for: "sales in no order")
    let sales = try Self.sales(isMixed: true)
    for _ in 0..<5 { try expectSameTotals([sales.shuffled(using: &random)], new: sales) }
  }

  @Test func `sales that are twice in a batch, beside each other or far apart`() throws {
    let sales = try Self.sales()
    let beside = sales.flatMap { [$0, $0] }
    let ledger = try ledger()
    #expect(
      try ledger.record(beside, as: draft()).outcomes
        == sales.flatMap { _ in [.recorded, .alreadyRecorded] })
    let (apart, counts) = (sales + sales, sales.map { _ in Outcome<Sale>.recorded })
    #expect(
      try self.ledger().record(apart, as: draft()).outcomes
        == counts + sales.map { _ in .alreadyRecorded })
    try expectSameTotals([beside], new: sales)
    try expectSameTotals([apart], new: sales)
  }

  /// Also where a later batch begins within what the book has, and ends behind it.
  @Test(arguments: [1, 31, 32, 33, 100])
  func `an order that is cut in two by the end of a batch`(place: Int) throws {
    let sales = try Self.sales()
    try expectSameTotals([Array(sales[..<place]), Array(sales[place...])], new: sales)
    try expectSameTotals([Array(sales[place...]), Array(sales[..<place])], new: sales)
    let (evens, odds) = (
      sales.indices.filter { $0 % 2 == 0 }.map { sales[$0] },
      sales.indices.filter { $0 % 2 == 1 }.map { sales[$0] }
    )
    try expectSameTotals([evens, odds], new: sales)
    try expectSameTotals([Array(sales[..<place]), sales.reversed()], new: sales)
  }

  @Test func `one refused sale among new ones leaves the others whole`() throws {
    let sales = try Self.sales()
    let stranger = try sale(order: "30", line: 9, event: "nobody")
    let ledger = try ledger()
    let outcomes = try ledger.record(sales + [stranger], as: draft()).outcomes
    #expect(outcomes.dropLast() == sales.map { _ in .recorded }[...])
    #expect(outcomes.last == .refused(.unknownEvent("nobody", near: [], count: 1)))
    let apart = try self.ledger()
    _ = try apart.record(sales, as: draft())
    #expect(try ledger.totals("a") == apart.totals("a"))
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }
}
