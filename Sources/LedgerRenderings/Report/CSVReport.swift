import LedgerCore
import Tabular

/// A report as CSV: one figure per row, so that a spreadsheet can filter and pivot it.
struct CSVReport {
  private let report: Report
  private var csv: CSVWriter

  init(_ report: Report, _ csv: CSVWriter) {
    self.report = report
    self.csv = csv
  }

  var text: String {
    var copy = self
    return copy.write()
  }

  private mutating func write() -> String {
    csv.append([
      "market", "period", "group", "event", "currency", "figure", "value", "shows", "lower",
      "upper", "lower_over_shows", "upper_over_shows",
    ])
    for section in report.sections {
      write(section.report)
      if let comparison = section.comparison {
        write(comparison.figures, Place(market: comparison.market, period: "comparison"))
        for change in section.changes { write(change, comparison.market) }
      }
    }
    return String(decoding: csv.take(), as: UTF8.self)
  }

  /// What a row is about.
  private struct Place {
    let market: Market
    var period = "report"
    var group: String?
    var event: EventKey?
  }

  private mutating func write(_ report: MarketReport) {
    let place = Place(market: report.market)
    let book = self.report.book.lastEntry?.number
    write(
      [
        ("from", report.period.from?.description), ("to", report.period.to?.description),
        ("time_zone", report.period.zone.name),
        ("time_zone_basis", report.period.basis.rawValue),
        ("tz_release", report.period.zoneRelease),
        ("refunds", report.request.refunds.rawValue),
        ("last_entry", book.map(String.init)), ("events", "\(report.eventCount)"),
        ("provisional", "\(report.provisional)"),
      ], place)
    write(audience(report.figures), place)
    for sales in report.sales {
      let currency = sales.all.currency.code
      write(figures(sales.all), place, currency)
      write(figures(sales.credited).map { ("credited_\($0)", $1) }, place, currency)
      write(figures(sales.uncredited).map { ("uncredited_\($0)", $1) }, place, currency)
      let bases = CreditBasis.allCases.compactMap { basis in
        sales.bases[basis].map { ("credited_by_\(basis)", $0.exactText) }
      }
      write(bases, place, currency)
    }
    for sum in report.reported { write(sum, place) }
    write(report.figures, place)
    for group in report.groups {
      var place = place
      place.group = group.key.label
      for sum in group.reported { write(sum, place) }
      write(group.figures, place)
    }
    for line in report.lines { write(line, report.market) }
    for gap in report.conversion?.gaps ?? [] {
      write(
        figures(SaleFigures(gap.totals)).map { ("left_out_\($0)", $1) }
          + [("left_out_reason", gap.reason)], place, gap.totals.currency.code)
    }
    for difference in report.netOfShows {
      write(
        [
          ("net_of_shows", difference.shows.exactText),
          ("net_uncredited", difference.uncredited.exactText),
          ("net_dated_otherwise", difference.datedOtherwise.exactText),
        ], place, difference.report.currency.code)
    }
    write(report.missing.map { ("missing", $0) }, place)
  }

  private mutating func write(_ change: PeriodChange, _ market: Market) {
    guard let value = change.change else { return }
    csv.append(
      head(Place(market: market, period: "change"), change.currency?.code) + [
        "metric:\(change.metric.rawValue)", FigureText.plain(value), nil, nil, nil,
        (change.interval?.lower).map(FigureText.plain),
        (change.interval?.upper).map(FigureText.plain),
      ])
  }

  private mutating func write(_ line: MarketReport.Line, _ market: Market) {
    let place = Place(market: market, event: line.event.key)
    write(
      [
        ("title", line.event.title), ("platform", line.event.platform),
        ("starts_at", line.event.startsAt.description),
        ("ends_at", line.event.endsAt?.description),
        ("is_provisional", line.isProvisional ? "1" : "0"),
      ] + audience(line.figures), place)
    for sales in line.sales { write(figures(sales), place, sales.currency.code) }
    for figure in line.reported {
      write(reported(figure), place, figure.total.money?.currency.code)
    }
  }

  private mutating func write(
    _ figures: [(String, String?)], _ place: Place, _ currency: String? = nil
  ) {
    for (figure, value) in figures {
      csv.append(
        head(place, currency) + [figure, value] + Array(repeating: nil, count: 5))
    }
  }

  private mutating func write(_ sum: ReportedSum, _ place: Place) {
    let name = "reported_\(sum.measure.rawValue)"
    let value =
      switch sum.amount {
      case .money(let money): money.exactText
      case .number(let number): number.text()
      }
    csv.append(
      head(place, sum.money?.currency.code) + [name, value, "\(sum.shows)"]
        + Array(repeating: nil, count: 4))
    write([("\(name)_source", sum.source)], place, sum.money?.currency.code)
  }

  private mutating func write(_ figures: FigureSet, _ place: Place) {
    for figure in figures.known {
      let (interval, overShows) = (figure.interval, figure.intervalOverShows)
      csv.append(
        head(place, figure.currency?.code) + [
          "metric:\(figure.metric.rawValue)", FigureText.plain(figure.value),
          figure.shows.map(String.init), (interval?.lower).map(FigureText.plain),
          (interval?.upper).map(FigureText.plain), (overShows?.lower).map(FigureText.plain),
          (overShows?.upper).map(FigureText.plain),
        ])
      let name = "metric:\(figure.metric.rawValue)"
      if case .people(_, let upper)? = figure.value {
        write([("\(name)_at_most", "\(upper)")], place)
      }
      if let measure = figure.measure { write([("\(name)_measure", measure.rawValue)], place) }
      guard let bounds = figure.bounds else { continue }
      write(
        [
          ("\(name)_at_least", FigureText.plain(bounds.lower)),
          ("\(name)_at_most", FigureText.plain(bounds.upper)),
          ("\(name)_over_known", FigureText.plain(bounds.overKnown)),
          ("\(name)_because", FigureText.doubt(figure)),
        ].filter { $0.1 != nil }, place, figure.currency?.code)
    }
  }

  private func head(_ place: Place, _ currency: String?) -> [String?] {
    [
      place.market.code.description, place.period, place.group, place.event?.description, currency,
    ]
  }

  private func audience(_ figures: FigureSet) -> [(String, String?)] {
    Metric.allCases.flatMap(\.figures).flatMap { metric -> [(String, String?)] in
      let (name, figure) = (metric.rawValue, figures.figure(metric))
      if metric.unit == .people {
        var bounds: (lower: Int64, upper: Int64)?
        if case .people(let lower, let upper)? = figure?.value { bounds = (lower, upper) }
        return [
          ("\(name)_lower", bounds.map { "\($0.lower)" }),
          ("\(name)_upper", bounds.map { "\($0.upper)" }),
        ]
      }
      let value = (name, FigureText.plain(figure?.value))
      switch metric {
      case .peak:
        var peak: (event: String, at: String)?
        if case .peak(let event, let at)? = figure?.evidence { peak = ("\(event)", "\(at)") }
        return [value, ("\(name)_event", peak?.event), ("\(name)_at", peak?.at)]
      case .average:
        var time: (observed: String, whole: String)?
        if case .observed(let milliseconds, let whole)? = figure?.evidence {
          time = (FigureText.seconds(milliseconds), FigureText.seconds(whole))
        }
        return [value, ("observed_seconds", time?.observed), ("of_seconds", time?.whole)]
      default: return [value]
      }
    }
  }

  private func reported(_ figure: ReportedFigure) -> [(String, String?)] {
    let name = "reported_\(figure.total.measure.rawValue)"
    let figures: [(String, String?)] = [
      (name, figure.total.exactText), ("\(name)_source", figure.total.key.source),
      ("\(name)_observed_at", figure.total.key.observedAt.description),
    ]
    return figures + (figure.difference.map { [("\(name)_difference", $0.exactText)] } ?? [])
  }

  private func figures(_ figures: SaleFigures) -> [(String, String?)] {
    [
      ("orders", "\(figures.orders)"), ("lines", "\(figures.lines)"),
    ]
      + figures.amounts.map { ($0, FigureText.plain($1?.value)) }
      + figures.amounts.flatMap { name, figure in
        let bounds: [(String, String?)] = [
          ("\(name)_at_least", FigureText.plain(figure?.bounds?.lower)),
          ("\(name)_at_most", FigureText.plain(figure?.bounds?.upper)),
        ]
        return bounds.filter { $0.1 != nil }
      }
  }
}
