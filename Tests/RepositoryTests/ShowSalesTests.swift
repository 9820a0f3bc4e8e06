import BookStorage
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import SQLiteStorage
import TestSupport
import Testing

/// Which shows, periods and totals a sale, its refund and its order count in.
@Suite struct ShowSalesTests {
  private let ledger: SQLiteLedger
  private let connection: Connection

  init() throws {
    let path = try Scratch.newPath()
    ledger = try SQLiteLedger.make(at: path)
    connection = try Connection(path: path, mode: .readOnly)
  }

  private func record(_ events: [Event], _ sales: [[Sale]]) throws {
    _ = try ledger.record(events, as: draft())
    for batch in sales { _ = try ledger.record(batch, as: draft()) }
  }

  private func report(
    _ from: String? = nil, _ to: String? = nil,
    _ change: (inout MarketReport.Request) throws -> Void = { _ in }
  ) throws -> MarketReport {
    let period = try ReportPeriod(
      from: from.flatMap { CalendarDay($0) }, to: to.flatMap { CalendarDay($0) }, zone: .utc)
    var request = MarketReport.Request(period: period, now: try instant("2022-06-01T00:00Z"))
    try change(&request)
    let market = Market(
      code: uk, isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: "Europe/London")
    return try MarketReport(of: market, in: ledger, request)
  }

  private func written(_ figures: FigureSet, _ metrics: ReportMetric...) -> String {
    metrics.map { figures[$0].map(\.written).joined(separator: " + ") }.joined(separator: ", ")
  }

  private func groups(_ report: MarketReport, _ metrics: ReportMetric...) -> [String] {
    report.groups.map { group in
      let figures = metrics.map { group.figures[$0].map(\.written).joined(separator: " + ") }
      return ([group.key.label] + figures).joined(separator: " ")
    }
  }

  private func unit(
    _ order: String, line: Int64 = 1, product: String = "MUG", _ amount: Int128,
    _ kind: Sale.Kind = .sale, currency: Currency = gbp, at: String, event: String?
  ) throws -> Sale {
    let isBack = kind == .refund || kind == .cancellation
    return try sale(
      order: order, line: line, kind, product: product, quantity: isBack ? -1 : 1,
      micros: amount * (isBack ? -1_000_000 : 1_000_000), currency: currency, at: at, event: event,
      market: uk)
  }

  @Test func `a product has the movements of the period, whenever the show was`() throws {
    try record(
      [
        event("in", starts: "2022-01-15T18:00Z", ends: "2022-01-15T19:00Z"),
        event("out", starts: "2022-02-15T18:00Z", ends: "2022-02-15T19:00Z"),
      ],
      [
        [
          unit("1", 100, at: "2022-01-15T18:30Z", event: "in"),
          unit("1", 100, .refund, at: "2022-02-03T18:30Z", event: "in"),
          unit("2", 10, at: "2022-02-02T18:30Z", event: "in"),
          unit("3", 7, at: "2022-01-20T18:30Z", event: "out"),
          unit("4", 3, at: "2022-01-20T18:30Z", event: nil),
          unit("5", 1, at: "2022-02-20T18:30Z", event: nil),
        ]
      ])
    let january = try report("2022-01-01", "2022-01-31") { $0.grouping = .product }
    #expect(written(january.figures, .gmvGross, .refunded) == "110.00 GBP, 0.00 GBP")
    #expect(groups(january, .gmvGross, .refunded, .orders) == ["MUG 110.00 GBP 0.00 GBP 3"])
    let february = try report("2022-02-01", "2022-02-28") { $0.grouping = .product }
    #expect(groups(february, .gmvGross, .refunded, .orders) == ["MUG 11.00 GBP 100.00 GBP 2"])
    let filtered = try report("2022-01-01", "2022-01-31") {
      $0.grouping = .product
      $0.filter = EventFilter(events: [try EventKey("out")])
    }
    #expect(groups(filtered, .gmvGross) == ["MUG 7.00 GBP"])
    let cohort = try report("2022-01-01", "2022-01-31") {
      $0.grouping = .product
      $0.refunds = .cohort
    }
    #expect(groups(cohort, .gmvGross, .refunded) == ["MUG 113.00 GBP 100.00 GBP"])
    #expect(written(cohort.figures, .gmvGross, .refunded) == "113.00 GBP, 100.00 GBP")
  }

  @Test
  func
    `a refund that may have been in the period makes a range, also by product and as of an entry`()
    throws
  {
    func refund(line: Int64, _ amount: Int128, from: String, to: String) throws -> Sale {
      try Sale(
        order: "1", line: line, kind: .refund, product: "MUG", quantity: -1,
        amount: Money(micros: -amount * 1_000_000, currency: gbp), at: instant(to),
        notBefore: instant(from), event: EventKey("show-a"), market: uk)
    }
    try record(
      twoShows(),
      [
        [
          unit("1", 100, at: "2022-01-01T18:30Z", event: "show-a"),
          refund(line: 1, 5, from: "2022-01-10T00:00Z", to: "2022-01-20T00:00Z"),
          refund(line: 2, 20, from: "2022-01-20T00:00Z", to: "2022-02-03T00:00Z"),
        ]
      ])
    for asOf in try [nil, ledger.entries(limit: 1).first?.number] {
      for grouping in [nil, .product, .event] as [Grouping?] {
        let shown = try ["2022-01-31", nil].map { last in
          try report("2022-01-01", last) { ($0.grouping, $0.asOf) = (grouping, asOf) }
        }
        #expect(
          shown.map { written($0.figures, .refunded) } == ["5.00 GBP to 25.00 GBP", "25.00 GBP"])
        #expect(
          shown.map { $0.sales.map(\.all.refundedExactly.exactText) } == [["0.00"], ["0.00"]])
        guard grouping == .product else { continue }
        #expect(
          shown.map { groups($0, .refunded) } == [
            ["MUG 5.00 GBP to 25.00 GBP"], ["MUG 25.00 GBP"],
          ])
      }
    }
  }

  private static let twoShows: [(key: String, day: String)] = [
    ("show-a", "2022-01-01"), ("show-b", "2022-01-05"),
  ]

  private func twoShows() throws -> [Event] {
    try Self.twoShows.map {
      try event($0.key, starts: "\($0.day)T18:00Z", ends: "\($0.day)T19:00Z")
    }
  }

  @Test(arguments: [false, true])
  func `a refund that names no show is that of its line's show`(comesFirst: Bool) throws {
    let sales = try [
      unit("1", 100, at: "2022-01-01T18:30Z", event: "show-a"),
      unit("2", 50, at: "2022-01-05T18:30Z", event: "show-b"),
    ]
    let refund = try unit("1", 100, .refund, at: "2022-01-05T20:00Z", event: nil)
    try record(twoShows(), comesFirst ? [[refund], sales] : [sales, [refund]])
    let expected = ["show-b 50.00 GBP", "show-a 0.00 GBP"]
    #expect(try groups(report { $0.grouping = .event }, .gmvNet) == expected)
    let credit = try CreditRule("window:24h")
    for asOf in try [nil, ledger.entries(limit: 1).first?.number] {
      for rule in [nil, credit] {
        for refunds in RefundDating.allCases {
          let shown = try report {
            $0.grouping = .event
            ($0.refunds, $0.credit, $0.asOf) = (refunds, rule, asOf)
          }
          #expect(groups(shown, .gmvNet) == expected)
          #expect(shown.lines.map { $0.sales.map(\.net.exactText) } == [["50.00"], ["0.00"]])
          #expect(shown.sales.map(\.uncredited.refunded.micros) == [0])
        }
      }
    }
    let first = try report("2022-01-01", "2022-01-01") { $0.refunds = .cohort }
    #expect(written(first.figures, .refundRateByValue) == "1")
    let filtered = try report("2022-01-01", "2022-01-31") {
      $0.grouping = .product
      $0.filter = EventFilter(events: [try EventKey("show-a")])
    }
    #expect(groups(filtered, .gmvNet) == ["MUG 0.00 GBP"])
    #expect(try ledger.totals("show-a").sales.map(\.refunded) == [-100_000_000])
    #expect(
      try connection.all("SELECT event, refunded, net FROM event_summary ORDER BY event") == [
        [.text("show-a"), .real(100), .real(0)], [.text("show-b"), .real(0), .real(50)],
      ])
    #expect(
      try connection.all("SELECT DISTINCT event FROM sales WHERE kind = 'refund'") == [
        [.text("show-a")]
      ])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `a refund of a line follows that line, whatever else its order has`() throws {
    try record(
      twoShows(),
      [
        [
          unit("1", line: 1, 100, at: "2022-01-01T18:30Z", event: "show-a"),
          unit("1", line: 2, 50, at: "2022-01-05T18:30Z", event: "show-b"),
          unit("1", line: 3, 10, at: "2022-01-06T20:00Z", event: nil),
          unit("1", line: 2, 20, .refund, at: "2022-01-07T20:00Z", event: nil),
          unit("1", line: 3, 4, .cancellation, at: "2022-01-07T20:00Z", event: nil),
        ]
      ])
    let expected = ["show-b 30.00 GBP", "show-a 100.00 GBP", "(no show) 6.00 GBP"]
    for asOf in try [nil, ledger.entries(limit: 1).first?.number] {
      let shown = try report { ($0.grouping, $0.asOf) = (.event, asOf) }
      #expect(groups(shown, .gmvNet) == expected)
      #expect(!shown.missing.contains { $0.contains("refunds or cancellations") })
    }
    #expect(
      try connection.all("SELECT event, net FROM event_summary ORDER BY event") == [
        [.text("show-a"), .real(100)], [.text("show-b"), .real(30)],
      ])
  }

  @Test func `a rule does not credit a refund of which its order does not say whose it is`() throws
  {
    try record(
      twoShows(),
      [
        [
          unit("1", line: 1, 100, at: "2022-01-01T18:30Z", event: "show-a"),
          unit("1", line: 2, 50, at: "2022-01-05T18:30Z", event: nil),
          unit("1", line: 9, 7, .refund, at: "2022-01-05T18:45Z", event: nil),
        ]
      ])
    let shown = try report {
      ($0.grouping, $0.credit) = (.event, try CreditRule("window:30m"))
    }
    #expect(
      groups(shown, .gmvNet) == [
        "show-b 50.00 GBP", "show-a 100.00 GBP", "(no show) -7.00 GBP",
      ])
  }

  @Test func `an order of a product is of the day on which the product was first bought in it`()
    throws
  {
    try record(
      twoShows(),
      [
        [
          unit("1", line: 1, 100, at: "2022-01-05T18:30Z", event: "show-b"),
          unit("1", line: 2, 50, at: "2022-01-06T18:30Z", event: "show-b"),
          unit("1", line: 3, product: "LIP", 10, at: "2022-01-06T18:30Z", event: "show-b"),
        ]
      ])
    let days = try ["2022-01-05", "2022-01-06"].map { day in
      try groups(report(day, day) { $0.grouping = .product }, .gmvGross, .orders)
    }
    #expect(
      days == [["MUG 100.00 GBP 1"], ["LIP 10.00 GBP 1", "MUG 50.00 GBP 0"]])
  }

  @Test func `the drift of a show has the refunds that follow its sales`() throws {
    let sold = try unit("1", 100, at: "2022-01-01T18:30Z", event: "show-a")
    let refund = try unit("1", 40, .refund, at: "2022-01-05T20:00Z", event: nil)
    let other = try unit("2", 7, at: "2022-01-05T20:00Z", event: "show-b")
    try record(twoShows(), [[sold], [other], [refund]])
    let drift = try Drift(of: EventKey("show-a"), [.gmvNet], in: ledger)
    #expect(drift.history.entries.map(\.number) == [1, 2, 4])
    #expect(
      drift.steps.map { "\($0.entry.number) \($0.value.map { "\($0)" } ?? "")" }.count == 2)
    #expect(drift.steps.last?.value == .money(Money(micros: 60_000_000, currency: gbp)))
  }

  @Test func `an order on several shows does not say which one its refund is of`() throws {
    let sales = try [
      unit("1", line: 1, 100, at: "2022-01-01T18:30Z", event: "show-a"),
      unit("1", line: 2, 50, at: "2022-01-05T18:30Z", event: "show-b"),
      unit("2", line: 1, 10, at: "2022-01-05T18:30Z", event: "show-b"),
      unit("2", line: 2, 10, at: "2022-01-05T18:30Z", event: "show-b"),
      unit("1", line: 9, 7, .refund, at: "2022-01-06T20:00Z", event: nil),
      unit("2", line: 9, 5, .cancellation, at: "2022-01-06T20:00Z", event: nil),
      unit("3", line: 1, 3, .refund, at: "2022-01-06T20:00Z", event: nil),
    ]
    try record(twoShows(), [sales])
    for rule in [nil, try CreditRule("window:30m")] {
      let shown = try report {
        $0.grouping = .event
        $0.credit = rule
      }
      #expect(
        groups(shown, .gmvNet) == [
          "show-b 65.00 GBP", "show-a 100.00 GBP", "(no show) -10.00 GBP",
        ])
      #expect(shown.missing.contains { $0.contains("refunds or cancellations of 10.00 GBP") })
    }
    let found = try ledger.verify(VerificationPlan()).findings.filter {
      $0.rule.rawValue == "refund-without-show"
    }
    #expect(found.map(\.subject).sorted() == ["shop/1", "shop/3"])
  }

  @Test func `an order counts once in the market and once in each group`() throws {
    try record(
      twoShows(),
      [
        [
          unit("1", line: 1, product: "MUG", 100, at: "2022-01-01T18:30Z", event: "show-a"),
          unit("1", line: 2, product: "LIP", 100, at: "2022-01-01T18:30Z", event: "show-b"),
          unit("2", line: 1, product: "MUG", 100, at: "2022-01-05T20:30Z", event: "show-b"),
          unit("2", line: 2, product: "LIP", 100, at: "2022-01-05T20:30Z", event: nil),
        ]
      ])
    let rates: [ExchangeRate] = [try rate("0.84", on: "2022-01-01")]
    _ = try ledger.record(rates, as: draft(), onConflict: .refuse)
    for refunds in RefundDating.allCases {
      for currency in [nil, gbp] as [Currency?] {
        for grouping in [nil] + Grouping.allCases
        where !(grouping == .product && currency != nil) {
          let shown = try report {
            ($0.refunds, $0.currency, $0.grouping) = (refunds, currency, grouping)
          }
          #expect(
            written(shown.figures, .orders, .averageOrderValue, .unitsPerOrder)
              == "2, 200.00 GBP, 2", "\(refunds) \(String(describing: grouping))")
        }
        let shown = try report {
          ($0.refunds, $0.currency, $0.grouping) = (refunds, currency, .event)
        }
        #expect(groups(shown, .orders) == ["show-b 2", "show-a 1", "(no show) 1"])
      }
    }
    #expect(try groups(report { $0.grouping = .platform }, .orders).first == "tiktok 2")
    #expect(try groups(report { $0.grouping = .product }, .orders) == ["LIP 2", "MUG 2"])
  }

  @Test func `an order in two currencies is one where currencies do not matter`() throws {
    try record(
      [event("a", starts: "2022-01-01T18:00Z")],
      [
        [
          unit("1", line: 1, 100, at: "2022-01-01T18:30Z", event: "a"),
          unit("1", line: 2, 100, currency: eur, at: "2022-01-01T18:30Z", event: "a"),
        ]
      ])
    _ = try ledger.record([count(4, of: .productClicks, event: "a")], as: draft())
    let rates: [ExchangeRate] = [try rate("0.84", on: "2022-01-01")]
    _ = try ledger.record(rates, as: draft(), onConflict: .refuse)
    for asOf in try [nil, ledger.entries(limit: 1).first?.number] {
      for currency in [nil, gbp] as [Currency?] {
        let shown = try report { ($0.currency, $0.asOf) = (currency, asOf) }
        #expect(written(shown.figures, .ordersPerClick) == "0.25")
      }
    }
    #expect(try ledger.totals("a").orders == 1)
    let converted = try report { $0.currency = gbp }
    #expect(written(converted.figures, .orders, .averageOrderValue) == "1, 184.00 GBP")
  }

  @Test func `units that nobody knows are not known in another currency either`() throws {
    func unit(_ kind: Sale.Kind, line: Int64, _ quantity: Int64?) throws -> Sale {
      try Sale(
        order: "1", line: line, kind: kind, product: "MUG", quantity: quantity,
        amount: Money(micros: kind == .sale ? 9_000_000 : -1_000_000, currency: eur),
        at: instant("2022-01-01T18:30Z"), market: uk)
    }
    _ = try ledger.record(
      [
        unit(.sale, line: 1, 10), unit(.refund, line: 1, -1), unit(.refund, line: 2, nil),
        unit(.cancellation, line: 1, nil),
      ], as: draft())
    let rates: [ExchangeRate] = [try rate("0.84", on: "2022-01-01")]
    _ = try ledger.record(rates, as: draft(), onConflict: .refuse)
    for currency in [nil, gbp] as [Currency?] {
      let figures = try report { $0.currency = currency }.figures
      #expect(
        written(figures, .units, .refundRateByUnits, .cancellationRateByUnits)
          == "10, ≥ 0.1, ≥ 0")
    }
    _ = try ledger.record([unit(.sale, line: 2, nil)], as: draft())
    for currency in [nil, gbp] as [Currency?] {
      let figures = try report { $0.currency = currency }.figures
      #expect(written(figures, .units, .unitsPerOrder) == "≥ 10, ≥ 10")
    }
  }
}
