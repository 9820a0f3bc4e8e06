import LedgerCore
import LedgerRenderings

extension Report {
  func text(
    _ form: ReportFormat, width: Int? = nil, csv: CSVStyle = CSVStyle(), hints: Hints = .none
  ) throws -> String {
    let text = form.render(self, csv, width: width, hints: hints)
    return form == .html ? try StyleSheet.taken(outOf: text) : text
  }
}

/// Made-up reports, with what a page shows beside each of their markets.
enum Reports {
  private static let now = "2022-04-10T08:00Z"

  /// Spring in the United Kingdom by month, compared with autumn.
  static func market() throws -> Report {
    let spring = try MarketReport.Request(
      period: quarter(2022, 1), grouping: .month, now: instant(now))
    var autumn = spring
    autumn.period = try quarter(2021, 10)
    let report = MarketReport(
      market: .uk, request: spring,
      totals: try MarketTotals(of: SpringShows.all(), uncredited: SpringShows.uncredited()),
      targets: try Targets.all())
    let comparison = MarketReport(
      market: .uk, request: autumn, totals: try MarketTotals(of: AutumnShows.all()))
    return Report(
      sections: [
        .init(
          report: report, comparison: comparison,
          illustration: try illustration(
            SpringShows.all(), Readinesses.wait(), overTime: report.groups))
      ], book: try Books.current())
  }

  /// The shows of one platform, best first: three of all, with refunds and credit asked otherwise.
  static func events() throws -> Report {
    var question = try MarketReport.Request(
      period: quarter(2022, 1), filter: EventFilter(platforms: ["tiktok"]), grouping: .event,
      refunds: .cohort, credit: CreditRule("window:24h,platform=tiktok"), now: instant(now),
      limit: 3, sort: .gmvNet)
    question.settings = [
      try Settings.record("credit", "window:24h,platform=tiktok", entry: 5)
    ]
    let report = MarketReport(
      market: .uk, request: question, totals: try MarketTotals(of: SpringShows.all()))
    return Report(
      sections: [
        .init(
          report: report, comparison: nil,
          illustration: try illustration([], Readinesses.goOn(), overTime: []))
      ], book: try Books.current())
  }

  /// Two markets side by side in euros, as the book was in the past.
  static func markets() throws -> Report {
    let rates = ExchangeRates(try Rates.all())
    func report(
      _ market: Market, _ zone: TimeZone, _ totals: MarketTotals
    ) throws -> MarketReport {
      let question = try MarketReport.Request(
        period: ReportPeriod(from: day("2022-01-01"), to: day("2022-03-31"), zone: zone),
        currency: .eur, asOf: 40, now: instant("2022-04-01T09:00Z"))
      return MarketReport(market: market, request: question, totals: totals, rates: rates)
    }
    let uk = try report(
      .uk, Zones.london(),
      MarketTotals(of: SpringShows.all(), uncredited: SpringShows.uncredited()))
    let germany = try report(.germany, Zones.berlin(), MarketTotals(of: GermanShows.all()))
    return Report(
      sections: [
        .init(
          report: uk, comparison: nil,
          illustration: try illustration([], Readinesses.goOn(), overTime: [])),
        .init(
          report: germany, comparison: nil,
          illustration: try illustration(GermanShows.all(), Readinesses.stop(), overTime: [])),
      ], book: try Books.past())
  }

  /// A market of which nothing is known, in a book without an entry.
  static func empty() throws -> Report {
    let question = try MarketReport.Request(
      period: ReportPeriod(from: nil, to: nil, zone: .utc), now: instant(now))
    let report = MarketReport(
      market: .uk, request: question, totals: try MarketTotals(of: []))
    return Report(
      sections: [
        .init(
          report: report, comparison: nil,
          illustration: try illustration([], Readinesses.withoutData(), overTime: []))
      ], book: Books.empty)
  }

  private static func quarter(_ year: Int, _ month: Int) throws -> ReportPeriod {
    let first = CalendarDay(year: year, month: month, day: 1)
    let last = CalendarDay(year: year, month: month + 2, day: 31)
    return try ReportPeriod(from: first, to: last, zone: Zones.london())
  }

  private static func illustration(
    _ shows: [Show], _ readiness: Readiness, overTime: [ReportGroup]
  ) throws -> ReportIllustration {
    let curves = shows.filter { !$0.curve.points.isEmpty }.map { ($0.event.key, $0.curve) }
    return ReportIllustration(
      readiness: readiness, curves: Dictionary(uniqueKeysWithValues: curves), grouping: .month,
      overTime: overTime)
  }
}

/// Rates of the euro in pounds, one every third day; none of the dollar.
enum Rates {
  static func all() throws -> [ExchangeRate] {
    let first = try day("2022-01-01").daysSince1970
    let last = try day("2022-04-01").daysSince1970
    return try stride(from: first, through: last, by: 3).compactMap { number in
      try CalendarDay(daysSince1970: number).map { day in
        try ExchangeRate(
          base: .eur, currency: .gbp, day: day,
          value: RateValue(units: 8340 + number % 10 * 7, decimals: 4), source: "ECB")
      }
    }
  }
}
