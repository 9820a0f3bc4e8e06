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

  private func expect(
    _ sql: String, is rows: [String], isOrdered: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    RepositoryTests.expect(
      try AskedQueries.rows(sql, book), are: rows, isOrdered: isOrdered, seed: seed,
      sourceLocation: sourceLocation)
  }
  private func net(_ sales: [Sale]) -> Double { book.net(sales) }
  private func gross(_ sales: [Sale]) -> Double { net(sales.filter { $0.key.kind == .sale }) }
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

  @Test func `what each market sold, month by month, also where only a show was`() throws {
    func month(_ at: Instant, _ market: Market.Code) throws -> String {
      "\(market) \("\(try book.civil(at, in: market).day)".prefix(7))"
    }
    let shows = try Dictionary(grouping: book.shows) { try month($0.startsAt, $0.market) }
    let sales = try Dictionary(grouping: book.sales) { try month($0.at, book.market(of: $0)) }
    // An order is of the month of its first line.
    let orders = try Dictionary(grouping: book.sales.filter { $0.key.kind == .sale }) {
      "\($0.key.source)/\($0.key.order)"
    }.values.map { lines in
      let first = try #require(lines.min { $0.at < $1.at })
      return "\(try month(first.at, book.market(of: first))) \(first.amount.currency.code)"
    }
    let rows = Set(shows.keys).union(sales.keys).flatMap { month -> [String] in
      let shows = shown(Double(shows[month]?.count ?? 0))
      let groups = Dictionary(grouping: sales[month] ?? []) { $0.amount.currency.code }
      if groups.isEmpty { return ["\(month) \(shows) - - - - -"] }
      return groups.map { currency, sales in
        let values = [
          Double(orders.count { $0 == "\(month) \(currency)" }), gross(sales),
          -net(sales.filter { $0.key.kind == .refund }), net(sales),
        ]
        return "\(month) \(shows) \(values.map(shown).joined(separator: " ")) \(currency)"
      }
    }
    try expect(AskedQueries.shipped("months"), is: rows)
  }

  @Test func `a creator has a part of what each show sold, and all of its views`() throws {
    let rows = book.creators.flatMap { creator -> [String] in
      let own =
        "\(creator.market) \(creator.name) \(shown(Double(creator.shows))) "
        + shown(creator.views)
      if creator.sold.isEmpty { return ["\(own) - - - -"] }
      return creator.sold.map { sold in
        let rate = creator.views.flatMap { $0 == 0 ? nil : 1000 * sold.orders / $0 }
        let values = [sold.orders, rate.map { ($0 * 100).rounded() / 100 }, sold.net]
        return "\(own) \(values.map(shown).joined(separator: " ")) \(sold.currency)"
      }
    }
    try expect(AskedQueries.shipped("best-creators"), is: rows)
  }

  @Test func `the best products sold the most units`() throws {
    let groups = Dictionary(grouping: book.sales) {
      "\(book.market(of: $0))/\($0.product ?? "-")/\($0.amount.currency.code)"
    }
    let products = groups.map { key, sales in
      func units(_ kinds: Sale.Kind...) -> Double? {
        let own = sales.filter { kinds.contains($0.key.kind) }
        if own.contains(where: \.isQuantityUnknown) { return nil }
        return Double(own.reduce(0) { $0 + abs($1.quantity) })
      }
      let parts = key.split(separator: "/").map(String.init)
      let values = [units(.sale), units(.refund, .cancellation), net(sales)]
      return (
        // Units that are not known come last, and no product before any other.
        units: units(.sale) ?? -1, product: parts[1] == "-" ? "" : parts[1], market: parts[0],
        currency: parts[2],
        row: "\(parts[0]) \(parts[1]) \(values.map(shown).joined(separator: " ")) \(parts[2])"
      )
    }.sorted {
      (-$0.units, $0.product, $0.market, $0.currency)
        < (-$1.units, $1.product, $1.market, $1.currency)
    }
    for rows in [3, 20] {
      try expect(
        AskedQueries.shipped("best-products", rows: rows), is: products.prefix(rows).map(\.row),
        isOrdered: true)
    }
  }

  @Test func `the minutes at which most left are those of the steepest falls`() throws {
    for show in book.shows {
      let curve = book.current.filter { $0.event == show.key && $0.metric == .concurrent }
        .sorted { $0.at < $1.at }
      let falls = zip(curve, curve.dropFirst()).filter { $1.count < $0.count }
        .map { (at: $1.at, viewers: $1.count, change: $1.count - $0.count) }
        .sorted { ($0.change, $0.at) < ($1.change, $1.at) }
      let rows = falls.prefix(2).map { fall in
        let minute = Double(fall.at.milliseconds - show.startsAt.milliseconds) / 60_000
        return "\(shown(minute)) \(fall.at) \(shown(Double(fall.viewers))) "
          + shown(Double(fall.change))
      }
      try expect(
        AskedQueries.shipped("leaving", rows: 2, text: ["event": "\(show.key)"]), is: rows,
        isOrdered: true)
    }
  }

  @Test func `of two falls alike within a second, the first one comes first`() throws {
    let show = book.shows[0]
    // A day after all other counts of the show, none of which is above 5,000.
    let second = show.startsAt.milliseconds / 1000 * 1000 + 86_400_000
    let counts: [(after: Int64, people: Int64)] = [(0, 12_000), (60_000, 6_000), (60_500, 0)]
    _ = try book.ledger.record(
      counts.map { count in
        let at = try #require(Instant(milliseconds: second + count.after))
        return try AudienceCount(
          event: show.key, metric: .concurrent, at: at, count: count.people)
      }, as: draft())
    let rows = try AskedQueries.rows(
      AskedQueries.shipped("leaving", rows: 2, text: ["event": "\(show.key)"]), book)
    #expect(rows.map { $0.hasSuffix("-6000.00") } == [true, true])
    #expect(rows.map { $0.contains(".500Z") } == [false, true])
  }

  @Test func `the funnel has the last count of each step, and orders only where any are known`()
    throws
  {
    let rows = book.shows.map { show in
      let sales = book.sales.filter { $0.event == show.key }
      let orders = sales.isEmpty ? nil : book.orders(sales)
      let (views, clicks) = (
        book.latest(.views, of: show).map(Double.init),
        book.latest(.productClicks, of: show).map(Double.init)
      )
      func rate(_ per: Double?) -> Double? {
        guard let orders, let per, per > 0 else { return nil }
        return orders / per
      }
      let values = [views, clicks, orders, rate(clicks), rate(views)]
      return "\(show.key) " + values.map(shown).joined(separator: " ")
    }
    try expect(AskedQueries.shipped("funnel"), is: rows)
  }

  @Test func `entries that were voided, and what had been recorded by a day`() throws {
    try expect(
      AskedQueries.shipped("taken-back"),
      is: book.entries.compactMap { entry in
        entry.voidedBy.map {
          "\(shown(Double(entry.number))) \(entry.at) test - \(shown(Double($0)))"
        }
      }, isOrdered: true)
    for day in ["2022-03-31", "2022-04-01", "2022-04-04", "2023-01-01"] {
      let next = try #require(CalendarDay(day)).daysSince1970 + 1
      let known = book.entries.filter { $0.at.milliseconds < next * 86_400_000 }
      func sum(_ part: (AskedBook.Recorded) -> Int) -> Double? {
        known.isEmpty ? nil : Double(known.reduce(0) { $0 + part($1) })
      }
      let values = [Double(known.count), sum(\.shows), sum(\.counts), sum(\.sales)]
      try expect(
        AskedQueries.shipped("known-on", text: ["day": day]),
        is: [
          values.map(shown).joined(separator: " ") + " " + (known.last.map { "\($0.at)" } ?? "-")
        ])
    }
  }
}
