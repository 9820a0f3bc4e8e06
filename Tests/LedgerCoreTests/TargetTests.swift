import LedgerCore
import Testing

/// Targets and their periods.
@Suite struct TargetTests {
  @Test(
    arguments: [
      ("2022", "2022-01-01", "2022-12-31", "2022"),
      ("2022-H1", "2022-01-01", "2022-06-30", "2022-H1"),
      ("2022-h2", "2022-07-01", "2022-12-31", "2022-H2"),
      ("2022-Q1", "2022-01-01", "2022-03-31", "2022-Q1"),
      ("2022-Q2", "2022-04-01", "2022-06-30", "2022-Q2"),
      ("2022-Q3", "2022-07-01", "2022-09-30", "2022-Q3"),
      ("2022-Q4", "2022-10-01", "2022-12-31", "2022-Q4"),
      ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
      ("2022-07-05", "2022-07-05", "2022-07-05", "2022-07-05"),
      ("2022-07-05..2022-07-08", "2022-07-05", "2022-07-08", "2022-07-05..2022-07-08"),
      ("2022-01-01..2022-06-30", "2022-01-01", "2022-06-30", "2022-H1"),
      ("2021-12..2022-Q1", "2021-12-01", "2022-03-31", "2021-12-01..2022-03-31"),
    ])
  func `a period is read and shown`(text: String, first: String, last: String, shown: String)
    throws
  {
    let period = try Period(text)
    #expect(period.first.description == first)
    #expect(period.last.description == last)
    #expect(period.description == shown)
    #expect(try Period(shown) == period)
    #expect(period.contains(period.first) && period.contains(period.last))
  }

  @Test(
    arguments: [
      "", "22", "2022-H3", "2022-Q0", "2022-13", "2022-7", "2022-02-30", "..", "2022..", "..2022",
      "2022..2023..2024", "2023..2022", "2022-H1-01", "0000", "2022-",
    ])
  func `what is no period is refused`(text: String) {
    #expect(throws: LedgerError.self) { try Period(text) }
  }

  @Test func `a period does not end before it begins`() throws {
    let day = try #require(CalendarDay("2022-01-02"))
    let before = try #require(CalendarDay("2022-01-01"))
    #expect(throws: LedgerError.self) { try Period(first: day, last: before) }
    #expect(try !Period("2022-01-02").contains(before))
  }

  @Test(arguments: ["gmv_net", "GMV-net", "average_concurrent", "retained_at_25"])
  func `the metric of a target is one of a report's`(name: String) throws {
    let plain = name.lowercased().replacing("-", with: "_")
    #expect(try ReportMetric(name: name).description == plain)
  }

  @Test(
    arguments: [
      "", "_", "gmv__net", "gmv net", "gmv_", "é", String(repeating: "a", count: 65),
    ])
  func `what is no name of a metric is refused`(name: String) {
    #expect(throws: LedgerError.self) { try ReportMetric(name: name) }
  }

  @Test func `a market's target has a period, and no target is below 0`() throws {
    func target(
      _ scope: Target.Scope, _ period: Period?, _ micros: Int128 = 1
    ) throws -> Target {
      try Target(
        scope: scope, metric: ReportMetric(name: "orders"), period: period,
        amount: .number(Decimal(micros: micros)))
    }
    let year = try Period("2022")
    #expect(throws: LedgerError.self) { try target(.market(Market.Code("UK")), nil) }
    #expect(throws: LedgerError.self) { try target(.market(Market.Code("UK")), year, -1) }
    #expect(throws: LedgerError.self) {
      try target(.market(Market.Code("UK")), year, Int128(Int64.max) + 1)
    }
    #expect(throws: LedgerError.self) {
      try Target(
        scope: .event(EventKey("a")), metric: .gmvNet, period: nil,
        amount: .number(Decimal(micros: 1)))
    }
    let show = try target(.event(EventKey("a")), nil)
    #expect(show.subject == "target of orders of event \"a\"")
    #expect(
      try target(.market(Market.Code("UK")), year).subject
        == "target of orders of market UK in 2022")
  }
}
