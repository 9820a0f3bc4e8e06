import BookStorage
import LedgerCore
import LedgerTesting
import SQLiteStorage
import TestSupport
import Testing

/// What holds of the totals of any book, whatever a report is asked for.
@Suite struct RandomTotalsTests {
  private static let market = Market(
    code: uk, isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: "Europe/London")
  private static let sums: [ReportMetric] = [
    .units, .gmvGross, .cancelled, .refunded, .adjusted, .gmvNet,
  ]
  private static let totals: [ReportMetric] =
    sums + [.orders, .paidOrders, .averageOrderValue, .unitsPerOrder]
  private static let groupings: [Grouping?] =
    [nil] + Grouping.allCases.filter { $0 != .brand && $0 != .creator }

  @Test func `groups add up to the total, which does not move with what it is asked with`() throws {
    var random = SeededGenerator(for: "totals")
    var (books, followed, split, currencies, mixed) = (0, 0, 0, 0, 0)
    var (bounded, unknown) = (0, 0)
    while books < 60 {
      let sales = try RandomSales(&random)
      books += 1
      if sales.hasReturnWithoutShow { followed += 1 }
      if sales.hasSplitOrder { split += 1 }
      if sales.hasTwoCurrencies { currencies += 1 }
      if sales.all.contains(where: { $0.event == nil }) { mixed += 1 }
      if sales.all.contains(where: { $0.notBefore != nil }) { bounded += 1 }
      if sales.all.contains(where: \.isQuantityUnknown) { unknown += 1 }
      try check(sales, &random, "SEED=\(random.seed), book \(books)")
    }
    for count in [followed, split, currencies, mixed, bounded, unknown] {
      #expect(count * 20 >= books)
    }
  }

  private func check(_ sales: RandomSales, _ random: inout SeededGenerator, _ book: String) throws {
    let ledger = try Self.ledger(sales.all)
    let reversed = try Self.ledger(sales.all.reversed())
    let edges = [nil, "2022-01-01", "2022-01-02", "2022-01-03"]
    let (from, to) = (random.pick(edges), random.pick(edges))
    guard from ?? "" <= to ?? "9" else { return }
    let isForeign = sales.all.contains { $0.amount.currency != gbp }
    let currency: [Currency?] = isForeign ? [nil] : [nil, gbp]
    var all: [RefundDating: [String]] = [:]
    for refunds in RefundDating.allCases {
      for currency in currency {
        for grouping in Self.groupings where !(grouping?.isOfLines ?? false && currency != nil) {
          var request = MarketReport.Request(
            period: try ReportPeriod(
              from: from.flatMap { CalendarDay($0) }, to: to.flatMap { CalendarDay($0) },
              zone: .utc),
            now: try instant("2022-06-01T00:00Z"))
          (request.refunds, request.currency, request.grouping) = (refunds, currency, grouping)
          let report = try MarketReport(of: Self.market, in: ledger, request)
          let what =
            "\(book), \(grouping?.rawValue ?? "-"), \(refunds), \(from ?? "-")..\(to ?? "-")"
          let total = Self.totals.flatMap { report.figures[$0].map { "\($0)" } }
          #expect(total == all[refunds] ?? total, "\(what)")
          all[refunds] = total
          #expect(
            try MarketReport(of: Self.market, in: reversed, request).figures == report.figures,
            "\(what)")
          request.asOf = try ledger.entries(limit: 1).first?.number
          let past = try MarketReport(of: Self.market, in: ledger, request)
          #expect(past.figures == report.figures, "\(what)")
          #expect(Self.written(past.groups) == Self.written(report.groups), "\(what)")
          guard grouping != nil else { continue }
          try compare(report, isOfTime: grouping?.isOfTime ?? false, what)
        }
      }
    }
    if from == nil, to == nil { #expect(all[.processed] == all[.cohort], "\(book)") }
  }

  /// Groups add up to the total; a refund that may be of several times adds to the most of each.
  private func compare(_ report: MarketReport, isOfTime: Bool, _ what: String) throws {
    let groups = Self.added(report.groups.map(\.figures))
    let total = Self.added([report.figures])
    guard isOfTime else {
      #expect(groups.least == total.least, "\(what)")
      #expect(groups.most == total.most, "\(what)")
      return
    }
    for (key, sum) in total.least { #expect(groups.least[key] ?? 0 <= sum, "\(key), \(what)") }
    for (key, sum) in total.most { #expect(groups.most[key] ?? 0 >= sum, "\(key), \(what)") }
    let isExact = (report.groups.map(\.figures) + [report.figures]).allSatisfy { set in
      Self.sums.allSatisfy { set[$0].allSatisfy { $0.bounds == nil } }
    }
    if isExact { #expect(groups.least == total.least, "\(what)") }
  }

  private static func written(_ groups: [ReportGroup]) -> [String] {
    groups.map { group in
      let figures = totals.flatMap { metric in
        group.figures[metric].map {
          "\(String(describing: $0.value)) \(String(describing: $0.bounds))"
        }
      }
      return "\(group.key.label): \(figures)"
    }
  }

  /// The sums of figures that are not 0, by metric and currency.
  private static func added(
    _ figures: [FigureSet]
  ) -> (least: [String: Int128], most: [String: Int128]) {
    func number(_ value: Figure.Value?) -> Int128 {
      switch value {
      case .money(let money)?: money.micros
      case .count(let count)?: Int128(count)
      default: 0
      }
    }
    var (least, most): ([String: Int128], [String: Int128]) = ([:], [:])
    for figure in figures.flatMap({ set in sums.flatMap { set[$0] } }) {
      let key = "\(figure.metric) \(figure.currency?.code ?? "")"
      least[key, default: 0] += number(figure.value ?? figure.bounds?.lower)
      // Nobody knows the most units of some lines, nor of a sum of them.
      most[key, default: 0] += number(figure.value ?? figure.bounds?.upper ?? figure.bounds?.lower)
    }
    return (least.filter { $0.value != 0 }, most.filter { $0.value != 0 })
  }

  private static func ledger(_ sales: [Sale]) throws -> SQLiteLedger {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record(RandomSales.shows(), as: draft())
    // Two entries, so that what belongs together may come apart.
    let half = sales.count / 2
    for part in [sales.prefix(half), sales.dropFirst(half)] {
      _ = try ledger.record(Array(part), as: draft())
    }
    return ledger
  }
}

/// Sales of few orders in few shows, so that much of them belongs together.
struct RandomSales {
  private(set) var all: [Sale] = []

  init(_ random: inout SeededGenerator) throws {
    let hasTwoCurrencies = random.chance(40)
    var keys: Set<String> = []
    for _ in 0..<random.number(2...14) {
      let kind = random.pick([.sale, .sale, .refund] + Sale.Kind.allCases)
      let (order, line) = (random.pick(["1", "2", "3", "4"]), random.number(1...3))
      guard keys.insert("\(order) \(line) \(kind)").inserted else { continue }
      let sign: Int64 = kind == .refund || kind == .cancellation ? -1 : 1
      let times = try [
        "2021-12-31T23:59:59.999Z", "2022-01-01T00:00Z", "2022-01-02T12:00Z", "2022-01-02T23:45Z",
        "2022-01-03T00:00Z",
      ].map { try instant($0) }
      let (at, earliest) = (random.pick(times), random.pick(times))
      let hasBounds = kind == .refund && earliest < at && random.chance(60)
      let quantity = sign * random.number(0...2)
      all.append(
        try Sale(
          source: "shop", order: order, line: line, kind: kind,
          product: random.pick(["MUG", "LIP", nil]), quantity: random.chance(15) ? nil : quantity,
          amount: Money(
            micros: Int128(sign * random.number(0...3)),
            currency: hasTwoCurrencies ? random.pick([gbp, eur]) : gbp),
          at: at, notBefore: hasBounds ? earliest : nil,
          event: random.pick(["a", "b", "c", nil]).map { try EventKey($0) }, market: uk))
    }
  }

  static func shows() throws -> [Event] {
    try [
      event("a", starts: "2022-01-01T18:00Z", ends: "2022-01-01T19:00Z"),
      event("b", starts: "2022-01-02T23:00Z", ends: "2022-01-03T01:00Z"),
      Event(
        key: EventKey("c"), market: uk, platform: "youtube", title: "c",
        startsAt: instant("2022-01-02T18:00Z")),
    ]
  }

  var hasTwoCurrencies: Bool { Set(all.map(\.amount.currency)).count > 1 }

  var hasReturnWithoutShow: Bool {
    all.contains { back in
      back.event == nil && back.key.kind == .refund && back.amount.micros < 0
        && sold(back.key.order).contains { $0.event != nil }
    }
  }

  var hasSplitOrder: Bool {
    all.contains { Set(sold($0.key.order).map { $0.event?.description ?? "" }).count > 1 }
  }

  private func sold(_ order: String) -> [Sale] {
    all.filter { $0.key.order == order && $0.key.kind == .sale }
  }
}
