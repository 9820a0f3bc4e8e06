import LedgerCore
import LedgerTesting
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// The queries that ship, on random books, against the facts in plain arrays.
@Suite struct ShippedQueriesTests {
  let book: AskedBook
  let seed: UInt64

  init() throws {
    seed = SeededGenerator(for: "queries that ship").seed
    book = try AskedBook(seed: seed)
  }

  private func net(_ sales: [Sale]) -> Double {
    Double(sales.reduce(0) { $0 + $1.amount.micros }) / 1e6
  }
  private func first(_ rows: [String], _ count: Int) -> [String] {
    rows.map { $0.split(separator: " ").prefix(count).joined(separator: " ") }
  }

  @Test func `the best shows are the best of each currency`() throws {
    var groups: [String: [Sale]] = [:]
    for sale in book.sales {
      guard let show = sale.event else { continue }
      groups["\(sale.amount.currency.code) \(show)", default: []].append(sale)
    }
    let best = groups.filter { $0.value.contains { $0.key.kind == .sale } }
      .map { (key: $0.key, net: net($0.value)) }
    let expected = ["EUR", "GBP"].flatMap { currency in
      best.filter { $0.key.hasPrefix(currency) }
        .sorted { ($0.net, $1.key) > ($1.net, $0.key) }.prefix(2)
        .map { "\($0.key.dropFirst(4)) \(shown($0.net)) \(currency)" }
    }
    let found = try AskedQueries.rows(AskedQueries.shipped("best-shows", rows: 2), book).map {
      let cells = $0.split(separator: " ")
      return "\(cells[0]) \(cells[cells.count - 2]) \(cells[cells.count - 1])"
    }
    #expect(found == expected, "SEED=\(seed)")
  }

  @Test func `a show has no sales only if it has none in any currency`() throws {
    let found = try AskedQueries.rows(AskedQueries.shipped("without-sales"), book)
    let expected = book.shows.filter { show in
      !book.sales.contains { $0.event == show.key && $0.key.kind == .sale }
    }
    #expect(first(found, 1).sorted() == expected.map { "\($0.key)" }.sorted(), "SEED=\(seed)")
  }

  @Test func `sales of no show are counted by months and orders of the market`() throws {
    var groups: [String: [Sale]] = [:]
    for sale in book.sales where sale.event == nil {
      let market = book.market(of: sale)
      let month = "\(try book.civil(sale.at, in: market).day)".prefix(7)
      groups["\(market) \(month) \(sale.amount.currency.code)", default: []].append(sale)
    }
    let expected = groups.map { key, sales in
      let parts = key.split(separator: " ")
      let orders = Set(sales.map { "\($0.key.source)/\($0.key.order)" }).count
      return "\(parts[0]) \(parts[1]) \(shown(Double(orders))) \(shown(net(sales))) \(parts[2])"
    }
    let found = try AskedQueries.rows(AskedQueries.shipped("uncredited"), book)
    #expect(found.sorted() == expected.sorted(), "SEED=\(seed)")
  }

  @Test func `claims are in the order of the days on which they were reported`() throws {
    let dates = ["2022-12", "2022-H1", "2022-07-05", "2022", "2021-Q4", "2023-01-01"]
    _ = try book.ledger.record(
      dates.enumerated().map { index, date in try claim("c\(index)", reported: date) },
      as: draft())
    let found = try AskedQueries.rows(AskedQueries.shipped("claims"), book)
    #expect(
      first(found, 1) == ["2021-Q4", "2022-H1", "2022", "2022-07-05", "2022-12", "2023-01-01"])
  }
}
