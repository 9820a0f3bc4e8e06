import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of likely mistakes, and of accepting them.
  public static let findings: [Promise] = [
    Promise("a book as it should be has no findings") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [sale(), sale(.refund, quantity: -1, micros: -9_990_000)], as: draft())
      _ = try ledger.record(
        [
          count(5, of: .views), count(7, of: .views, at: "2021-12-08T18:01Z"),
          count(7, of: .uniqueViewers), count(9), count(3, at: "2021-12-08T18:01Z"),
        ], as: draft())
      #expect(try found(in: ledger) == [])
    },

    Promise("sales far from their event are found, refunds there are not") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [
          sale(order: "early", quantity: 2, at: "2021-12-07T17:29Z"),
          sale(order: "late", quantity: 3, at: "2021-12-15T19:00Z"),
          sale(order: "near", at: "2021-12-15T18:59Z"), sale(order: "day", at: "2021-12-07T18:00Z"),
          sale(order: "near", .refund, quantity: -1, micros: -1, at: "2022-01-15T19:00Z"),
        ], as: draft())
      #expect(
        try found(in: ledger) == [
          "sales-far-from-event a 1: units sold more than a day before it starts or 7 days "
            + "after it ends, from 2021-12-07 on: 5"
        ])
    },

    Promise("more refunds than the order came to are found, of all its lines together") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [
          sale(), sale(line: 2, micros: 10_000), sale(.refund, quantity: -1, micros: -9_990_000),
          sale(line: 2, .cancellation, quantity: -1, micros: -10_000),
        ], as: draft())
      #expect(try found(in: ledger) == [])
      _ = try ledger.record([sale(line: 3, .refund, quantity: 0, micros: -10_000)], as: draft())
      #expect(
        try found(in: ledger) == ["refund-above-sale shop/1 3: 10.01 GBP came back of 10.00 GBP"])
    },

    Promise("a reported average above the reported peak is found") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [
          report(.averageConcurrent, .number(Decimal(micros: 70_500_000))),
          report(.peakConcurrent, .number(Decimal(micros: 70_000_000))),
        ], as: draft())
      #expect(
        try found(in: ledger) == [
          "average-above-peak a 2: export reports an average of 70.5 viewers at once "
            + "and a peak of 70"
        ])
    },

    Promise("more people than views, and more clicks than impressions are found") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [
          count(5, of: .views), count(6, of: .uniqueViewers), count(1, of: .productImpressions),
          count(2, of: .productClicks),
        ], as: draft())
      #expect(
        try found(in: ledger) == [
          "unique-above-views a 2: 6 unique_viewers and 5 views",
          "clicks-above-impressions a 2: 2 product_clicks and 1 product_impressions",
        ])
    },

    Promise("a running total that falls is found, until it is restated") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [
          count(5, of: .views), count(4, of: .views, at: "2021-12-08T18:01Z"),
          count(9, of: .views, at: "2021-12-08T18:02Z"),
          count(8, of: .views, at: "2021-12-08T18:03Z"),
        ], as: draft())
      #expect(
        try found(in: ledger) == [
          "falling-total a/views 2: fell 2 times, first from 5 to 4 at 2021-12-08T18:01:00Z"
        ])
      _ = try ledger.record(
        [
          count(6, of: .views, at: "2021-12-08T18:01Z"),
          count(10, of: .views, at: "2021-12-08T18:03Z"),
        ], as: draft(), onConflict: .restate)
      #expect(try found(in: ledger) == [])
    },

    Promise("an event without an end is found a day later, until it is voided") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record(
        [event("b", starts: "2021-12-08T18:30Z"), event("c", starts: "2021-12-09T08:00Z")],
        as: draft())
      #expect(try found(in: ledger) == [])
      _ = try ledger.record(
        [event("d", starts: "2021-12-08T17:00Z", ends: "2021-12-08T19:00Z")],
        as: draft("2021-12-10T07:00Z"))
      #expect(try found(in: ledger) == ["no-end b 2: has no end"])
      _ = try ledger.void(2, reason: "never took place", as: draft())
      #expect(try found(in: ledger) == [])
    },

    Promise("a currency that is not the market's is found") { backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record([sale(), sale(order: "2", currency: jpy)], as: draft())
      #expect(
        try found(in: ledger) == [
          "foreign-currency UK/JPY 2: movements in JPY, where the currency is GBP: 1"
        ])
    },

    Promise("shows of one creator at one time are found, also when others lie between") { backend in
      let ledger = try oneShow(backend)
      let amy = try Creator(name: "Amy", role: .host)
      let ben = try Creator(name: "Ben", role: .host)
      _ = try ledger.record(
        [
          event("long", starts: "2021-12-10T08:00Z", ends: "2021-12-10T20:00Z", creators: [amy]),
          event("short", starts: "2021-12-10T09:00Z", ends: "2021-12-10T10:00Z", creators: [amy]),
          event("other", starts: "2021-12-10T11:00Z", ends: "2021-12-10T12:00Z", creators: [ben]),
          event("third", starts: "2021-12-10T13:00Z", ends: "2021-12-10T21:00Z", creators: [amy]),
          event("next", starts: "2021-12-10T21:00Z", ends: "2021-12-10T22:00Z", creators: [amy]),
        ], as: draft())
      #expect(
        try found(in: ledger) == [
          "overlapping-shows long/short 2: Amy appears in both at one time",
          "overlapping-shows long/third 2: Amy appears in both at one time",
        ])
    },

    Promise("a reported value that is more than a hundredth off the order lines is found") {
      backend in
      let ledger = try oneShow(backend)
      func gross(_ micros: Int128) -> ReportedTotal.Amount {
        .money(Money(micros: micros, currency: gbp))
      }
      _ = try ledger.record([sale(micros: 100_000_000)], as: draft())
      _ = try ledger.record([report(.gmvGross, gross(101_000_000))], as: draft())
      #expect(try found(in: ledger) == [])
      _ = try ledger.record(
        [report(.gmvGross, gross(102_000_000), at: "2021-12-09T10:00Z")], as: draft())
      #expect(
        try found(in: ledger) == [
          "reported-differs a 4: export reports gmv_gross of 102 GBP; the order lines come to 100"
        ])
    },

    Promise("what is accepted is told apart, until its figures change or its entry is voided") {
      backend in
      let ledger = try oneShow(backend)
      _ = try ledger.record([sale(), sale(order: "2", currency: jpy)], as: draft())
      func accept() throws -> Int64? {
        let record = try ledger.accept(
          .foreignCurrency, of: ["UK/JPY"], reason: "tourists", as: draft())
        return record.entry
      }
      #expect(try accept() == 3)
      #expect(try accept() == nil)
      #expect(try ledger.entry(3)?.counts == Entry.Counts(.acceptances, 1))
      var result = try ledger.verify(VerificationPlan())
      #expect(result.flaws == [])
      #expect(result.findings.map(\.acceptedBy) == [3])
      #expect(!result.hasOpenFindings)

      _ = try ledger.record([sale(order: "3", currency: jpy)], as: draft())
      #expect(try ledger.verify(VerificationPlan()).findings.map(\.acceptedBy) == [nil])
      #expect(try accept() == 5)
      _ = try ledger.void(5, reason: "no", as: draft())
      result = try ledger.verify(VerificationPlan())
      #expect(result.hasOpenFindings)
      #expect(result.flaws == [])
      #expect(try accept() == 7)
    },

    Promise("what no rule finds cannot be accepted") { backend in
      let ledger = try oneShow(backend)
      #expect(
        throws: LedgerError.unknownFinding(rule: "no-end", subject: "a")
      ) { try ledger.accept(.noEnd, of: ["a"], reason: "x", as: draft()) }
      #expect(try ledger.accept(.noEnd, of: nil, reason: "x", as: draft()).entry == nil)
    },

    Promise("all findings of a rule are accepted at once, and some are listed") { backend in
      let ledger = try oneShow(backend)
      let events = try (0..<150).map { number in
        let (day, hour) = (10 + number / 10, 10 + number % 10)
        return try event("b\(number)", starts: "2021-11-\(day)T\(hour):00Z")
      }
      _ = try ledger.record(events, as: draft())
      let result = try ledger.verify(VerificationPlan())
      #expect(result.open == [.noEnd: 150])
      #expect(result.findings.count == 100)
      let record = try ledger.accept(.noEnd, of: nil, reason: "unknown", as: draft())
      #expect(record.accepted.count == 150)
      #expect(try ledger.verify(VerificationPlan()).open == [:])
    },
  ]
}

/// A ledger with one event.
private func oneShow(_ backend: Backend) throws -> any Ledger {
  let ledger = try backend.open()
  _ = try ledger.record([event("a", ends: "2021-12-08T19:00Z")], as: draft())
  return ledger
}

/// Each finding as `rule subject entry: detail`.
func found(in ledger: any Ledger) throws -> [String] {
  let result = try ledger.verify(VerificationPlan())
  #expect(result.flaws == [])
  return result.findings.map { finding in
    let entry = finding.entry.map { " \($0)" } ?? ""
    return "\(finding.rule.rawValue) \(finding.subject)\(entry): \(finding.detail)"
  }
}

private func report(
  _ measure: Measure, _ amount: ReportedTotal.Amount, at: String = "2021-12-09T09:00Z"
) throws -> ReportedTotal {
  try ReportedTotal(
    event: EventKey("a"), measure: measure, source: "export", observedAt: instant(at),
    amount: amount)
}
