import LedgerCore
package import Tabular

/// Figures as JSON, the same wherever they stand.
extension JSON {
  static func line(_ line: MarketReport.Line) -> JSON {
    .object([
      ("event", .string(line.event.key.description)),
      ("title", .string(line.event.title)),
      ("platform", .string(line.event.platform)),
      ("starts_at", .string(line.event.startsAt.description)),
      ("ends_at", .optional(line.event.endsAt?.description)),
      ("is_provisional", .bool(line.isProvisional)),
      ("audience", audience(line.audience)),
      ("sales", .array(line.sales.map { .object(figures($0)) })),
      ("reported", .array(line.reported.map(reported))),
    ])
  }

  static func audience(_ audience: AudienceFigures) -> JSON {
    let peak = audience.peakConcurrent
    var members: [(String, JSON)] = [
      ("peak_concurrent", .optional(peak?.count)),
      ("peak_concurrent_event", .optional(peak?.event.description)),
      ("peak_concurrent_at", .optional(peak?.at.description)),
      ("average_concurrent", audience.averageConcurrent.map { .number($0.text()) } ?? .null),
      (
        "observed_seconds",
        peak == nil
          ? .null : .number(Decimal(micros: Int128(audience.observedMilliseconds) * 1000).text())
      ),
    ]
    for metric in Metric.allCases {
      switch metric.kind {
      case .gauge: break
      case .runningTotal:
        members.append((metric.rawValue, .optional(audience.runningTotals[metric])))
      case .distinctPeople:
        let bounds = audience.uniqueViewers.map { bounds -> JSON in
          .object([("lower", .integer(bounds.lower)), ("upper", .integer(bounds.upper))])
        }
        members.append((metric.rawValue, bounds ?? .null))
      }
    }
    return .object(members)
  }

  static func sales(_ sales: MarketReport.Sales) -> JSON {
    .object(
      figures(sales.all) + [
        ("credited", .object(figures(sales.credited).filter { $0.0 != "currency" })),
        ("uncredited", .object(figures(sales.uncredited).filter { $0.0 != "currency" })),
      ])
  }

  static func figures(_ figures: SaleFigures) -> [(String, JSON)] {
    [
      ("currency", .string(figures.currency.code)),
      ("orders", .integer(figures.orders)),
      ("lines", .integer(figures.lines)),
      ("units", .integer(figures.units)),
      ("gross", .string(figures.gross.exactText)),
      ("cancelled", .string(figures.cancelled.exactText)),
      ("refunded", .string(figures.refunded.exactText)),
      ("adjusted", .string(figures.adjusted.exactText)),
      ("net", .string(figures.net.exactText)),
      ("average_order_value", .optional(figures.averageOrderValue?.exactText)),
    ]
  }

  static func reported(_ figure: ReportedFigure) -> JSON {
    let total = figure.total
    return .object([
      ("measure", .string(total.measure.rawValue)),
      ("value", total.money == nil ? .number(total.exactText) : .string(total.exactText)),
      ("currency", .optional(total.money?.currency.code)),
      ("source", .string(total.key.source)),
      ("observed_at", .string(total.key.observedAt.description)),
      ("order_lines_gross", .optional(figure.gross?.exactText)),
      ("difference", .optional(figure.difference?.exactText)),
    ])
  }

  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  package static func optional(_ integer: Int64?) -> JSON { integer.map(JSON.integer) ?? .null }
}
