import LedgerCore
import LedgerTesting
import TestSupport
import Testing

/// The queries about shows and products, on random books, against the facts in plain arrays.
@Suite struct AskedSummariesTests {
  let book: AskedBook
  let seed: UInt64

  init() throws {
    seed = SeededGenerator(for: "queries about shows and products").seed
    book = try AskedBook(seed: seed)
  }

  private func expect(
    _ sql: String, is rows: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    RepositoryTests.expect(
      try AskedQueries.rows(sql, book), are: rows, seed: seed, sourceLocation: sourceLocation)
  }

  /// What was sold of a show or a product in one currency.
  private struct Sold {
    var sales: [Sale] = []

    func pounds(_ kind: Sale.Kind? = nil) -> Double {
      let micros = sales.filter { kind == nil || $0.key.kind == kind }
        .reduce(0) { $0 + $1.amount.micros }
      return Double(micros) / 1e6
    }
    var orders: Double {
      Double(
        Set(sales.filter { $0.key.kind == .sale }.map { "\($0.key.source)/\($0.key.order)" }).count)
    }
    /// `nil` if some of them are not known.
    func units(_ kinds: Sale.Kind...) -> Double? {
      let own = sales.filter { kinds.contains($0.key.kind) }
      if own.contains(where: \.isQuantityUnknown) { return nil }
      return Double(own.reduce(0) { $0 + abs($1.quantity) })
    }
    var refunded: Double { -pounds(.refund) }
    var cancelled: Double { -pounds(.cancellation) }
    var back: Double { refunded + cancelled }
  }

  /// The shows of a market with what they sold, one row for each currency.
  private func shows(in market: Market.Code?) -> [(show: Event, currency: String?, sold: Sold?)] {
    book.shows.filter { market == nil || $0.market == market }.flatMap { show in
      let sales = Dictionary(grouping: book.sales.filter { $0.event == show.key }) {
        $0.amount.currency.code
      }
      return sales.isEmpty
        ? [(show, nil, nil)] : sales.map { (show, $0.key, Sold(sales: $0.value)) }
    }
  }

  private func percent(_ part: Double?, of whole: Double?, _ digits: Double = 10) -> Double? {
    guard let part, let whole, whole != 0 else { return nil }
    return (100 * part / whole * digits).rounded() / digits
  }

  @Test func `1: what each show sold, and what is left of it`() throws {
    try expect(
      AskedQueries.cookbook(1),
      is: shows(in: uk).map { show, _, sold in
        let values = [
          sold?.orders, sold?.pounds(.sale), sold?.cancelled, sold?.refunded,
          sold?.pounds(),
        ]
        return "\(show.key) " + values.map(shown).joined(separator: " ")
      })
  }

  @Test func `2: how much came back of what a peak bought`() throws {
    try expect(
      AskedQueries.cookbook(2),
      is: shows(in: uk).compactMap { show, _, sold in
        guard let sold, sold.pounds(.sale) > 0 else { return nil }
        let peak = book.current.filter { $0.event == show.key && $0.metric == .concurrent }
          .map { Double($0.count) }.max()
        let values = [
          peak, sold.pounds(.sale), sold.back, percent(sold.back, of: sold.pounds(.sale)),
          sold.pounds(),
        ]
        return "\(show.key) " + values.map(shown).joined(separator: " ")
      })
  }

  @Test func `3: the steepest falls of the audience`() throws {
    var falls: [(change: Double, event: String, minute: Double, row: String)] = []
    for show in book.shows {
      let curve = book.current.filter { $0.event == show.key && $0.metric == .concurrent }
        .sorted { $0.at < $1.at }
      for (before, after) in zip(curve, curve.dropFirst()) where after.count < before.count {
        let minute = Double(after.at.milliseconds - show.startsAt.milliseconds) / 60_000
        let change = percent(Double(after.count - before.count), of: Double(before.count))
        let values = [minute, Double(before.count), Double(after.count), change]
        falls.append(
          (
            change ?? 0, "\(show.key)", minute,
            "\(show.key) " + values.map(shown).joined(separator: " ")
          ))
      }
    }
    falls.sort { ($0.change, $0.event, $0.minute) < ($1.change, $1.event, $1.minute) }
    let query = try AskedQueries.cookbook(3)
    try expect(query.replacing(" LIMIT 5", with: ""), is: falls.map(\.row))
    try expect(query, is: falls.prefix(5).map(\.row))
  }

  @Test func `6: how many go on from each step to the next`() throws {
    let rows = book.shows.filter { $0.market == uk }.map { show in
      let clicks = book.latest(.productClicks, of: show).map(Double.init)
      let impressions = book.latest(.productImpressions, of: show).map(Double.init)
      let ofShow = shows(in: uk).filter { $0.show == show }.compactMap(\.sold)
      let orders = ofShow.isEmpty ? nil : ofShow.reduce(0) { $0 + $1.orders }
      let values = [
        impressions, clicks, book.latest(.addToCart, of: show).map(Double.init), nil, orders,
        clicks.flatMap { clicks in impressions.flatMap { percent(clicks, of: $0) } },
        orders.flatMap { orders in clicks.flatMap { percent(orders, of: $0, 100) } },
      ]
      return "\(show.key) " + values.map(shown).joined(separator: " ")
    }
    try expect(AskedQueries.cookbook(6), is: rows)
  }

  @Test func `9: which products come back`() throws {
    let groups = Dictionary(grouping: book.sales.filter { book.market(of: $0) == uk }) {
      "\($0.product ?? "-")/\($0.amount.currency.code)"
    }
    let rows = groups.map { key, sales in
      let sold = Sold(sales: sales)
      let values = [
        sold.units(.sale), sold.units(.refund, .cancellation),
        percent(sold.units(.refund, .cancellation), of: sold.units(.sale)), sold.pounds(.sale),
        sold.pounds(),
      ]
      return "\(key.split(separator: "/")[0]) " + values.map(shown).joined(separator: " ")
    }
    try expect(AskedQueries.cookbook(9), is: rows)
  }

  @Test func `the best shows are the first of each currency`() throws {
    let all = shows(in: nil).filter { $0.sold.map { $0.orders > 0 } ?? false }
    var rows: [String] = []
    for (currency, ranked) in Dictionary(grouping: all, by: \.currency) {
      let best = ranked.sorted {
        (-($0.sold?.pounds() ?? 0), "\($0.show.key)") < (
          -($1.sold?.pounds() ?? 0), "\($1.show.key)"
        )
      }
      for (show, _, sold) in best.prefix(2) {
        let peak = book.current.filter { $0.event == show.key && $0.metric == .concurrent }
          .map { Double($0.count) }.max()
        let values = [peak, sold?.orders, sold?.pounds()].map(shown).joined(separator: " ")
        rows.append("\(show.key) \(show.market) \(show.startsAt) \(values) \(currency ?? "-")")
      }
    }
    try expect(AskedQueries.shipped("best-shows", rows: 2), is: rows)
  }

  @Test func `the share of each show that was refunded`() throws {
    try expect(
      AskedQueries.shipped("refunds"),
      is: shows(in: nil).compactMap { show, currency, sold in
        guard let sold, sold.pounds(.sale) > 0 else { return nil }
        let values = [
          sold.pounds(.sale), sold.refunded, percent(sold.refunded, of: sold.pounds(.sale)),
        ]
        return "\(show.key) \(show.market) " + values.map(shown).joined(separator: " ")
          + " \(currency ?? "-")"
      })
  }
}
