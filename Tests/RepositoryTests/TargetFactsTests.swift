import BookStorage
import LedgerCore
import LedgerTesting
import SQLiteStorage
import TestSupport
import Testing

/// What of a book counts for a target.
@Suite struct TargetFactsTests {
  private let market = Market(
    code: uk, isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: "Europe/London")
  private let ledger: SQLiteLedger

  init() throws { ledger = try SQLiteLedger.inMemory() }

  private func target(
    _ metric: ReportMetric, event: String? = nil, _ period: String?, _ value: Int128 = 3_000_000
  ) throws -> Target {
    try Target(
      scope: event.map { key throws(LedgerError) in .event(try EventKey(key)) } ?? .market(uk),
      metric: metric, period: period.map { text throws(LedgerError) in try Period(text) },
      amount: metric.unit == .money
        ? .money(Money(micros: value, currency: gbp)) : .number(Decimal(micros: value)))
  }

  private func standings(
    _ targets: Target..., now: String = "2022-06-01T00:00Z",
    _ change: (inout MarketReport.Request) throws -> Void = { _ in }
  ) throws -> [TargetStanding] {
    _ = try ledger.record(targets, as: draft(), onConflict: .refuse)
    var request = MarketReport.Request(
      period: try ReportPeriod(from: nil, to: nil, zone: .utc), now: try instant(now))
    try change(&request)
    let all = try MarketReport(of: market, in: ledger, request).targets
    return targets.compactMap { target in all.first { $0.target == target } }
  }

  @Test func `a count of no currency is of all currencies, and of an order in two of them once`()
    throws
  {
    _ = try ledger.record(RandomSales.shows(), as: draft())
    let at = "2022-01-01T18:30Z"
    _ = try ledger.record(
      [
        sale(order: "1", micros: 1, currency: gbp, at: at, event: "a", market: uk),
        sale(order: "2", line: 1, micros: 1, currency: eur, at: at, event: "a", market: uk),
        sale(order: "2", line: 2, micros: 1, currency: gbp, at: at, event: "a", market: uk),
        sale(order: "3", quantity: 2, micros: 1, currency: eur, at: at, event: nil, market: uk),
      ], as: draft())
    // The rule credits order 3 to show a.
    for (credit, ofShow) in [(nil, [2.0, 3]), (try CreditRule("window:5m"), [3, 5])] {
      let standings = try standings(
        target(.orders, "2022"), target(.paidOrders, "2022"), target(.units, "2022"),
        target(.orders, event: "a", nil), target(.units, event: "a", "2022-01"),
        target(.orders, event: "a", "2022-02")
      ) { $0.credit = credit }
      #expect(standings.map { $0.actual?.number } == [3, 3, 5] + ofShow + [nil])
      #expect(standings[0].state == .met)
    }
  }

  @Test func `a share of value has to be reached in each currency`() throws {
    _ = try ledger.record(
      [
        sale(order: "1", micros: 100_000_000, currency: gbp, event: nil, market: uk),
        sale(order: "2", micros: 1_000_000, currency: eur, event: nil, market: uk),
        sale(
          order: "2", .refund, quantity: 0, micros: -900_000, currency: eur, event: nil, market: uk),
      ], as: draft())
    let standing = try standings(target(.refundRateByValue, "2021-12", 100_000))[0]
    #expect(standing.actual?.number == 0.9)
    #expect(standing.state == .missed)
  }

  @Test func `a target of units is not judged by those that happen to be known`() throws {
    func unit(_ kind: Sale.Kind, line: Int64, _ quantity: Int64?, in currency: Currency = gbp)
      throws -> Sale
    {
      try Sale(
        order: "1", line: line, kind: kind, product: "MUG", quantity: quantity,
        amount: Money(micros: kind == .sale ? 9_000_000 : -9_000_000, currency: currency),
        at: instant("2022-01-01T18:30Z"), market: uk)
    }
    _ = try ledger.record(
      [
        unit(.sale, line: 1, 10), unit(.sale, line: 2, 10, in: eur), unit(.refund, line: 1, -1),
        unit(.refund, line: 2, nil, in: eur),
      ], as: draft())
    let known = try standings(target(.units, "2022-01"), target(.refundRateByUnits, "2022-01"))
    #expect(known.map(\.state) == [.met, .unknown])
    #expect(known.map(\.actual?.written) == ["20", "≥ 0.05"])
    _ = try ledger.record([unit(.sale, line: 3, nil)], as: draft())
    let open = try standings(target(.units, "2022-Q1", 21_000_000))
    #expect(open.map(\.state) == [.unknown])
    #expect(open.map(\.actual?.written) == ["≥ 20"])
  }

  @Test func `a target of units has the refunds that may have been in its period`() throws {
    let units = try [
      sale(order: "1", quantity: 10, at: "2022-01-01T18:30Z", event: nil, market: uk)
    ]
    let refund = try Sale(
      order: "1", line: 1, kind: .refund, product: "MUG", quantity: -2,
      amount: Money(micros: -1_000_000, currency: gbp), at: instant("2022-02-03T00:00Z"),
      notBefore: instant("2022-01-30T00:00Z"), market: uk)
    _ = try ledger.record(units + [refund], as: draft())
    let standings = try standings(
      target(.refundRateByUnits, "2022-01", 100_000), target(.refundRateByUnits, "2022", 100_000))
    #expect(standings.map(\.actual?.written) == ["0 to 0.2", "0.2"])
    #expect(standings.map(\.state) == [.unknown, .open])
    let open = try Sale(
      order: "1", line: 2, kind: .refund, product: "MUG", quantity: nil,
      amount: Money(micros: -1_000_000, currency: gbp), at: instant("2022-02-03T00:00Z"),
      notBefore: instant("2022-01-30T00:00Z"), market: uk)
    _ = try ledger.record([open], as: draft())
    let others = try self.standings(
      target(.refundRateByUnits, "2022-01-01..2022-01-31", 100_000),
      target(.refundRateByUnits, "2022-H1", 100_000))
    #expect(others.map(\.actual?.written) == ["≥ 0", "≥ 0.2"])
  }

  @Test
  func `a share of value that is not known in one currency is not known, unless it is missed`()
    throws
  {
    let refund = try Sale(
      order: "2", line: 1, kind: .refund, product: "MUG", quantity: 0,
      amount: Money(micros: -900_000, currency: eur), at: instant("2022-01-09T00:00Z"),
      notBefore: instant("2021-12-30T00:00Z"), market: uk)
    _ = try ledger.record(
      [
        sale(order: "1", micros: 100_000_000, event: nil, market: uk),
        sale(order: "1", .refund, quantity: 0, micros: -5_000_000, event: nil, market: uk),
        sale(order: "2", micros: 1_000_000, currency: eur, event: nil, market: uk), refund,
      ], as: draft())
    let standings = try standings(
      target(.refundRateByValue, "2021-12", 100_000), target(.refundRateByValue, "2021-H2", 40_000))
    #expect(standings.map(\.state) == [.unknown, .missed])
    #expect(standings.map(\.actual?.written) == ["0 to 0.9", "0.05"])
  }

  @Test func `a target of a show and a period keeps to both`() throws {
    _ = try ledger.record(RandomSales.shows(), as: draft())
    _ = try ledger.record(
      [
        sale(order: "1", micros: 5_000_000, at: "2022-01-01T18:30Z", event: "a", market: uk),
        sale(order: "2", micros: 7_000_000, at: "2022-01-02T18:30Z", event: "a", market: uk),
        sale(order: "3", micros: 9_000_000, at: "2022-01-01T18:30Z", event: "b", market: uk),
      ], as: draft())
    let standings = try standings(
      target(.gmvGross, event: "a", "2022-01-01"), target(.gmvGross, event: "a", nil),
      target(.hoursLive, event: "a", "2022-01-01"), target(.hoursLive, event: "a", "2022-01-02"))
    #expect(standings.map { $0.actual?.number } == [5, 12, 1, nil])
  }

  @Test func `a target of a show and a period has the refunds that may be of both`() throws {
    _ = try ledger.record(RandomSales.shows(), as: draft())
    let refund = try Sale(
      order: "1", line: 1, kind: .refund, product: "MUG", quantity: -2,
      amount: Money(micros: -1_000_000, currency: gbp), at: instant("2022-02-03T00:00Z"),
      notBefore: instant("2022-01-30T00:00Z"), event: EventKey("a"), market: uk)
    _ = try ledger.record(
      [sale(order: "1", quantity: 10, at: "2022-01-01T18:30Z", event: "a"), refund], as: draft())
    let standings = try standings(
      target(.refundRateByUnits, event: "a", "2022-01", 100_000),
      target(.refundRateByUnits, event: "b", "2022-01", 100_000))
    #expect(standings.map(\.actual?.written) == ["0 to 0.2", nil])
  }

  @Test func `a target of a show is open until the show is over`() throws {
    _ = try ledger.record([event("a", ends: "2021-12-08T19:00Z")], as: draft())
    _ = try ledger.record([sale(order: "1")], as: draft())
    let states = try ["2021-12-08T18:45Z", "2021-12-08T19:00:00.001Z"].map { now in
      try standings(target(.orders, event: "a", nil), now: now).map(\.state)
    }
    #expect(states == [[.open], [.missed]])
  }

  @Test func `where all sales are recorded and there are none, a target is reached with 0`() throws
  {
    let before = try standings(target(.orders, "2021-12"), target(.gmvGross, "2021-12"))
    #expect(before.map(\.actual?.written) == [nil, nil])
    _ = try ledger.record([coverage()], as: draft())
    let standings = try standings(target(.orders, "2021-12"), target(.gmvGross, "2021-12"))
    #expect(standings.map(\.actual?.written) == ["0", "0.00 GBP"])
    #expect(standings.map(\.state) == [.missed, .missed])
  }

  @Test func `a show that has not begun has not been live`() throws {
    _ = try ledger.record(RandomSales.shows(), as: draft())
    let now = "2022-01-02T12:00Z"
    let standings = try standings(
      target(.hoursLive, "2022-01"), target(.shows, "2022-01"), now: now)
    #expect(standings.map { $0.actual?.number } == [1, 1])
  }

  @Test func `what counts for a target is what its movements add up to, in any book`() throws {
    var random = SeededGenerator(for: "targets")
    var (several, split) = (0, 0)
    for book in 1...30 {
      let sales = try RandomSales(&random)
      if sales.hasTwoCurrencies { several += 1 }
      if sales.hasSplitOrder { split += 1 }
      let test = try TargetFactsTests()
      _ = try test.ledger.record(RandomSales.shows(), as: draft())
      _ = try test.ledger.record(sales.all, as: draft())
      for event in [nil, "a"] {
        for days in [nil, "2022-01-02", "2021-12-31..2022-01-01"] where event != nil || days != nil
        {
          let period = try days.map { try Period($0) }
          let standings = try test.standings(
            target(.orders, event: event, days), target(.units, event: event, days))
          let sold = sales.all.filter {
            $0.key.kind == .sale && (event == nil || $0.event?.description == event)
          }
          func isAsked(_ sale: Sale) -> Bool {
            period.map { $0.contains(TimeZone.utc.day(of: sale.at)) } ?? true
          }
          let orders = Dictionary(grouping: sold, by: \.key.order).values.count { lines in
            lines.min { $0.at < $1.at }.map(isAsked) ?? false
          }
          let what = "SEED=\(random.seed), book \(book), \(event ?? "-"), \(days ?? "-")"
          #expect((standings[0].actual?.number ?? 0) == Double(orders), "\(what)")
          let units = sold.filter(isAsked).reduce(0) { $0 + $1.quantity }
          let isOpen = sold.filter(isAsked).contains(where: \.isQuantityUnknown)
          let actual = standings[1].actual?.written ?? "0"
          #expect(actual == (isOpen ? "≥ \(units)" : "\(units)"), "\(what)")
        }
      }
    }
    #expect(several > 1 && split > 1)
  }
}
