import Foundation
import LedgerCore
import LedgerTesting
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// The queries that people are shown, on random books, against the facts in plain arrays.
@Suite struct AskedQueriesTests {
  let book: AskedBook
  let seed: UInt64

  init() throws {
    seed = SeededGenerator(for: "queries that people are shown").seed
    book = try AskedBook(seed: seed)
  }

  private func expect(
    _ sql: String, is rows: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    RepositoryTests.expect(
      try AskedQueries.rows(sql, book), are: rows, seed: seed, sourceLocation: sourceLocation)
  }

  private func order(_ sale: Sale) -> String { "\(sale.key.source)/\(sale.key.order)" }
  private func pounds(_ sales: [Sale]) -> Double {
    Double(sales.reduce(0) { $0 + $1.amount.micros }) / 1e6
  }
  private func day(_ sale: Sale) throws -> String {
    "\(try book.civil(sale.at, in: book.market(of: sale)).day)"
  }

  @Test func `4: when in a show people buy`() throws {
    var groups: [[String]: [Sale]] = [:]
    for sale in book.sales where sale.key.kind == .sale && book.market(of: sale) == uk {
      guard let show = book.shows.first(where: { $0.key == sale.event }) else { continue }
      let ten = Double(sale.at.milliseconds - show.startsAt.milliseconds) / 600_000
      groups[[shown(10 * ten.rounded(.down)), sale.amount.currency.code], default: []].append(sale)
    }
    try expect(
      AskedQueries.cookbook(4),
      is: groups.map { key, sales in
        "\(key[0]) \(shown(Double(Set(sales.map(order)).count))) \(shown(pounds(sales))) \(key[1])"
      })
  }

  @Test func `5: which hour and weekday sell`() throws {
    var groups: [String: [Sale]] = [:]
    for sale in book.sales where sale.key.kind == .sale && book.market(of: sale) == uk {
      let civil = try book.civil(sale.at, in: uk)
      let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][
        Int((civil.day.daysSince1970 % 7 + 7) % 7)]
      let hour = "\(civil)".dropFirst(11).prefix(2)
      groups["\(weekday) \(hour):00/\(sale.amount.currency.code)", default: []].append(sale)
    }
    try expect(
      AskedQueries.cookbook(5),
      is: groups.map { key, sales in
        let parts = key.split(separator: "/")
        let orders = shown(Double(Set(sales.map(order)).count))
        return "\(parts[0]) \(orders) \(shown(pounds(sales))) \(parts[1])"
      })
  }

  @Test func `10: sales of no show, with the show before each`() throws {
    let rows = try book.sales.filter { $0.event == nil }.map { sale in
      let market = book.market(of: sale)
      let before = book.shows.filter { $0.market == market && $0.startsAt <= sale.at }
        .max { ($0.startsAt, "\($1.key)") < ($1.startsAt, "\($0.key)") }
      let at = try TimeFormat.iso8601.instant("\(sale.at)", zone: .utc)
      return "\(at) \(sale.product ?? "-") \(shown(pounds([sale]))) \(sale.amount.currency.code) "
        + (before.map { "\($0.key)" } ?? "-")
    }
    try expect(AskedQueries.cookbook(10), is: rows)
  }

  @Test func `13: what each month of a market sold, by its own clocks`() throws {
    var groups: [String: [Sale]] = [:]
    for sale in book.sales {
      let key = "\(book.market(of: sale))/\(try day(sale).prefix(7))/\(sale.amount.currency.code)"
      groups[key, default: []].append(sale)
    }
    let rows = try groups.map { key, sales in
      let parts = key.split(separator: "/").map(String.init)
      let shows = try book.shows.filter {
        try $0.market.description == parts[0]
          && "\(book.civil($0.startsAt, in: $0.market).day)".hasPrefix(parts[1])
      }
      let month = try #require(Int(parts[1].suffix(2)))
      let year = try #require(Int(parts[1].prefix(4)))
      let last = month == 1 ? "\(year - 1)-12" : "\(year)-\(month < 11 ? "0" : "")\(month - 1)"
      let before = groups["\(parts[0])/\(last)/\(parts[2])"].map(pounds)
      let orders = try firstDays().filter { $0.value.hasPrefix(parts[1]) }.keys
        .filter { key in sales.contains { order($0) == key } }
      let back = -pounds(sales.filter { [.cancellation, .refund].contains($0.key.kind) })
      return [
        parts[0], parts[1], shown(Double(shows.count)), shown(Double(orders.count)),
        shown(pounds(sales.filter { $0.key.kind == .sale })), shown(back), shown(pounds(sales)),
        shown(before.map { pounds(sales) - $0 }), parts[2],
      ].joined(separator: " ")
    }
    try expect(AskedQueries.cookbook(13), is: rows)
  }

  /// The day of the first line of each order.
  private func firstDays() throws -> [String: String] {
    var days: [String: String] = [:]
    for sale in book.sales where sale.key.kind == .sale {
      let day = try day(sale)
      days[order(sale)] = min(days[order(sale)] ?? day, day)
    }
    return days
  }

  @Test func `14: each target is compared with all of its own period`() throws {
    _ = try book.ledger.record(
      [
        target(5_000_000, period: "2022-Q1"), target(7_000_000, period: "2022-02"),
        target(5_000_000, "orders", period: "2022-Q1", currency: nil),
        target(5_000_000, "orders", period: "2022-01", currency: nil),
        target(900_000_000, "peak_concurrent", period: "2022-Q1", currency: nil),
        target(2_000_000, "orders", event: "show-0", period: nil, currency: nil),
        target(5_000_000, "orders", in: germany, period: "2022-Q1", currency: nil),
      ], as: draft(), onConflict: .refuse)
    func within(_ day: String, _ period: (String, String)) -> Bool {
      period.0 <= day && day <= period.1
    }
    let periods = [
      "2022-Q1": ("2022-01-01", "2022-03-31"), "2022-02": ("2022-02-01", "2022-02-28"),
      "2022-01": ("2022-01-01", "2022-01-31"),
    ]
    func row(_ name: String, _ metric: String, _ planned: Double, _ reached: Double?) throws
      -> String
    {
      let period = try #require(periods[name])
      let percent = reached.map { ((100 * ($0 * 100).rounded() / 100) / planned).rounded() }
      return "\(period.0) \(period.1) \(metric) \(shown(planned)) \(shown(reached)) "
        + "\(shown(percent)) -"
    }
    func net(_ name: String) throws -> Double? {
      let sales = try book.sales.filter { sale in
        try book.market(of: sale) == uk && sale.amount.currency == gbp
          && within(day(sale), #require(periods[name]))
      }
      return sales.isEmpty ? nil : pounds(sales)
    }
    func orders(_ name: String) throws -> Double? {
      let period = try #require(periods[name])
      let count = try firstDays().filter { key, day in
        within(day, period) && book.sales.contains { order($0) == key && book.market(of: $0) == uk }
      }.count
      return count == 0 ? nil : Double(count)
    }
    let started = try book.shows.filter {
      try $0.market == uk
        && within("\(book.civil($0.startsAt, in: uk).day)", #require(periods["2022-Q1"]))
    }.map(\.key)
    let peak = book.current.filter { $0.metric == .concurrent && started.contains($0.event) }
      .map { Double($0.count) }.max()
    try expect(
      AskedQueries.cookbook(14),
      is: [
        row("2022-Q1", "gmv_net", 5, net("2022-Q1")), row("2022-02", "gmv_net", 7, net("2022-02")),
        row("2022-Q1", "orders", 5, orders("2022-Q1")),
        row("2022-01", "orders", 5, orders("2022-01")),
        row("2022-Q1", "peak_concurrent", 900, peak),
      ])
  }

  @Test func `15: a sale is worth its amount at the last rate known on its day`() throws {
    var rows: [String] = []
    for market in Set(book.sales.map(book.market)) {
      var (sum, without): (Double?, Int) = (nil, 0)
      for sale in book.sales where book.market(of: sale) == market {
        let day = try day(sale)
        let last = book.rates.filter { $0.key <= day }.max { $0.key < $1.key }?.value
        guard let rate = sale.amount.currency == gbp ? 1 : last else {
          without += 1
          continue
        }
        sum = (sum ?? 0) + pounds([sale]) * rate
      }
      let rounded = sum.map { ($0 * 100).rounded() / 100 }
      rows.append("\(market) \(shown(rounded)) \(shown(Double(without)))")
    }
    try expect(AskedQueries.cookbook(15), is: rows)
  }

  @Test func `19: each restatement once, from the value before it`() throws {
    var (last, rows): ([String: Int64], [String]) = ([:], [])
    for (count, entry) in book.counts {
      let key = count.subject
      if let was = last[key] {
        rows.append(
          "\(count.event) \(count.metric.rawValue) \(shown(Double(was))) "
            + "\(shown(Double(count.count))) \(shown(Double(entry)))")
      }
      last[key] = count.count
    }
    try expect(AskedQueries.cookbook(19), is: rows)
  }

  @Test func `20: what is missing of each show, once`() throws {
    let rows = book.shows.compactMap { show -> String? in
      func has(_ metric: Metric) -> Bool {
        book.counts.contains { $0.count.event == show.key && $0.count.metric == metric }
      }
      let missing = [
        show.endsAt == nil ? "end" : nil, has(.concurrent) ? nil : "viewers",
        has(.uniqueViewers) ? nil : "unique_viewers", has(.addToCart) ? nil : "add_to_cart",
        book.sales.contains { $0.event == show.key } ? nil : "sales",
      ].compactMap(\.self)
      return missing.isEmpty ? nil : "\(show.key) \(missing.joined(separator: " "))"
    }
    try expect(AskedQueries.cookbook(20), is: rows)
  }
}
