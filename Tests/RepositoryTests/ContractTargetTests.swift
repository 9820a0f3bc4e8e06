import LedgerCore
import SQLite
import Testing

@testable import SQLiteStorage

func target(
  _ micros: Int128 = 100_000_000_000, _ metric: String = "gmv_net", event: String? = nil,
  in market: Market.Code = uk, period: String? = "2022-H1", currency: Currency? = gbp,
  source: String? = nil
) throws -> Target {
  try Target(
    scope: event.map { .event(try EventKey($0)) } ?? .market(market),
    metric: ReportMetric(name: metric), period: period.map { try Period($0) },
    amount: currency.map { .money(Money(micros: micros, currency: $0)) }
      ?? .number(Decimal(micros: micros)), source: source)
}

/// What every storage promises of targets.
@Suite struct ContractTargetTests {
  private func record(
    _ targets: [Target], in ledger: any Ledger, _ rule: ConflictRule = .refuse
  ) throws -> Recording<Target> {
    try ledger.record(targets, as: draft(), onConflict: rule)
  }

  private func targets(_ ledger: any Ledger, asOf entry: Int64? = nil) throws -> [Target]
  {
    try ledger.targets(in: nil, asOf: entry).map(\.target)
  }

  @Test(arguments: Backend.allCases)
  func `a target is recorded once, and another value under its key is a conflict`(
    backend: Backend
  ) throws {
    let ledger = try backend.open()
    try ledger.recordEvents("a")
    let first = try target()
    let unknown = Currency(code: "ZZZ", digits: 2)
    let recording = try record(
      [
        first, target(period: "2022-01-01..2022-06-30", source: "other"), target(1),
        target(2), target(period: "2022"), target(event: "a", period: nil),
        target(event: "z"), target(in: Market.Code("ZZ")),
        target(period: "2023", currency: unknown),
      ], in: ledger)
    #expect(recording.entry == 2)
    #expect(
      Array(recording.outcomes.prefix(6)) == [
        .recorded, .alreadyRecorded, .conflicting(recorded: first), .conflicting(recorded: first),
        .recorded, .recorded,
      ])
    guard case .refused(.unknownEvent("z", _, 1)) = recording.outcomes[6] else {
      Issue.record("\(recording.outcomes[6])")
      return
    }
    #expect(recording.outcomes[7] == .refused(.unknownMarket("ZZ", near: [])))
    #expect(recording.outcomes[8] == .refused(.unknownCurrency("ZZZ", near: [])))
    #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.targets, 3))
    #expect(
      try record([first, target(1)], in: ledger)
        == Recording(receipt: nil, outcomes: [.alreadyRecorded, .conflicting(recorded: first)]))
  }

  @Test(arguments: Backend.allCases)
  func `a restated target counts from its entry on, and a voided one no more`(
    backend: Backend
  ) throws {
    let ledger = try backend.open()
    let (first, second) = (try target(), try target(2))
    _ = try record([first], in: ledger)
    #expect(
      try record([second, target(3)], in: ledger, .restate).outcomes
        == [.restated(from: first), .conflicting(recorded: second)])
    #expect(try targets(ledger) == [second])
    #expect(try targets(ledger, asOf: 1) == [first])
    #expect(try ledger.targets(in: uk, asOf: nil).first?.entry == 2)
    let void = try ledger.void(2, reason: "wrong", as: draft())
    #expect(void.counts == Entry.Counts(.targets, 1))
    #expect(try targets(ledger) == [first])
    #expect(try targets(ledger, asOf: 2) == [second])
    _ = try ledger.void(1, reason: "wrong", as: draft())
    #expect(try targets(ledger) == [])
    #expect(try record([target(4)], in: ledger).outcomes == [.recorded])
  }

  @Test(arguments: Backend.allCases)
  func `a market's targets are listed before those of its events`(backend: Backend) throws {
    let ledger = try backend.open()
    try ledger.recordEvents("a", "b")
    try ledger.recordEvents("de", in: germany)
    let all = [
      try target(event: "b", period: nil), try target(event: "a"), try target(),
      try target(5_000_000, "orders", period: "2022", currency: nil), try target(event: "de"),
    ]
    _ = try record(all, in: ledger)
    #expect(
      try ledger.targets(in: uk, asOf: nil).map(\.target) == [all[2], all[3], all[1], all[0]])
    #expect(try ledger.targets(in: nil, asOf: nil).map(\.market) == [germany, uk, uk, uk, uk])
  }

  @Test(arguments: Backend.allCases)
  func `an event with a target is not voided before that`(backend: Backend) throws {
    let ledger = try backend.open()
    try ledger.recordEvents("a")
    _ = try record([target(event: "a", period: nil)], in: ledger)
    #expect(throws: LedgerError.self) { try ledger.void(1, reason: "wrong", as: draft()) }
    _ = try ledger.void(2, reason: "wrong", as: draft())
    _ = try ledger.void(1, reason: "wrong", as: draft())
  }

  @Test func `the view shows keys, days and amounts as text`() throws {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("a")
    _ = try ledger.record(
      [
        target(1_500_000, source: "plan"), target(50_000, "refund_rate_by_value", currency: nil),
        target(2_000_000, "orders", event: "a", period: nil, currency: nil),
      ], as: draft(), onConflict: .refuse)
    _ = try ledger.record([target(2_500_000)], as: draft(), onConflict: .restate)
    let rows = try ledger.connection.texts(
      """
      SELECT market || ' ' || ifnull(event, '-') || ' ' || metric || ' ' || ifnull(first_day, '-')
        || ' ' || ifnull(last_day, '-') || ' ' || value || ' ' || ifnull(currency, '-') || ' '
        || ifnull(source, '-')
      FROM targets ORDER BY metric
      """)
    #expect(
      rows == [
        "UK - gmv_net 2022-01-01 2022-06-30 2.50 GBP -", "UK a orders - - 2 - -",
        "UK - refund_rate_by_value 2022-01-01 2022-06-30 0.05 - -",
      ])
  }
}
