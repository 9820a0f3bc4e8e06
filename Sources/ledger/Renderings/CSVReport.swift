import LedgerCore
import Tabular

/// A report as CSV: one figure a row, so that a spreadsheet can filter and pivot it.
struct CSVReport {
  private let report: MarketReport

  init(_ report: MarketReport) { self.report = report }

  var text: String {
    var csv = CSVWriter()
    csv.append(["market", "event", "currency", "figure", "value"])
    let market = report.market.code.description
    func add(_ event: EventKey?, _ currency: String?, _ figures: [(String, String?)]) {
      for (figure, value) in figures {
        csv.append([market, event?.description, currency, figure, value])
      }
    }
    add(
      nil, nil,
      [
        ("from", report.period.from?.description), ("to", report.period.to?.description),
        ("time_zone", report.period.zone.name), ("events", "\(report.eventCount)"),
      ])
    add(nil, nil, audience(report.audience))
    for sales in report.sales {
      add(nil, sales.all.currency.code, figures(sales.all))
      add(nil, sales.all.currency.code, figures(sales.credited).map { ("credited_\($0)", $1) })
      add(nil, sales.all.currency.code, figures(sales.uncredited).map { ("uncredited_\($0)", $1) })
    }
    for line in report.lines {
      add(
        line.event.key, nil,
        [
          ("title", line.event.title), ("platform", line.event.platform),
          ("starts_at", line.event.startsAt.description),
          ("ends_at", line.event.endsAt?.description),
        ] + audience(line.audience))
      for sales in line.sales { add(line.event.key, sales.currency.code, figures(sales)) }
      for figure in line.reported {
        add(line.event.key, figure.total.money?.currency.code, reported(figure))
      }
    }
    add(nil, nil, report.missing.map { ("missing", $0) })
    return String(decoding: csv.take(), as: UTF8.self)
  }

  private func audience(_ audience: AudienceFigures) -> [(String, String?)] {
    let peak = audience.peakConcurrent
    var figures: [(String, String?)] = [
      ("peak_concurrent", peak.map { "\($0.count)" }),
      ("peak_concurrent_event", peak?.event.description),
      ("peak_concurrent_at", peak?.at.description),
      ("average_concurrent", audience.averageConcurrent?.text()),
    ]
    for metric in Metric.allCases {
      switch metric.kind {
      case .gauge: break
      case .runningTotal:
        figures.append((metric.rawValue, audience.runningTotals[metric].map { "\($0)" }))
      case .distinctPeople:
        figures.append(("\(metric.rawValue)_lower", audience.uniqueViewers.map { "\($0.lower)" }))
        figures.append(("\(metric.rawValue)_upper", audience.uniqueViewers.map { "\($0.upper)" }))
      }
    }
    return figures
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
      ("units", "\(figures.units)"), ("gross", figures.gross.exactText),
      ("cancelled", figures.cancelled.exactText), ("refunded", figures.refunded.exactText),
      ("adjusted", figures.adjusted.exactText), ("net", figures.net.exactText),
      ("average_order_value", figures.averageOrderValue?.exactText),
    ]
  }
}
