import LedgerCore
package import Tabular

/// Figures as JSON, in the same shape everywhere.
extension JSON {
  /// The settings of the book that decided what a request left open.
  static func settings(_ settings: [SettingRecord]) -> JSON {
    .array(
      settings.map { record in
        .object([
          ("name", .string(record.setting.name.description)),
          ("value", .optional(record.setting.value)),
          ("entry", .integer(record.entry)),
        ])
      })
  }

  static func line(_ line: MarketReport.Line) -> JSON {
    .object([
      ("event", .string(line.event.key.description)),
      ("title", .string(line.event.title)),
      ("platform", .string(line.event.platform)),
      ("starts_at", .string(line.event.startsAt.description)),
      ("ends_at", .optional(line.event.endsAt?.description)),
      ("is_provisional", .bool(line.isProvisional)),
      ("audience", audience(line.figures)),
      ("sales", .array(line.sales.map { .object(figures($0)) })),
      ("reported", .array(line.reported.map(reported))),
    ])
  }

  /// The figures of audience counts, each with what it was read from.
  static func audience(_ figures: FigureSet) -> JSON {
    .object(
      Metric.allCases.flatMap(\.figures).flatMap { metric -> [(String, JSON)] in
        let (name, figure) = (metric.rawValue, figures.figure(metric))
        let value = (name, number(figure?.value))
        switch (metric, figure?.evidence) {
        case (.peak, .peak(let event, let at)?):
          return [
            value, ("\(name)_event", .string("\(event)")), ("\(name)_at", .string("\(at)")),
          ]
        case (.peak, _): return [value, ("\(name)_event", .null), ("\(name)_at", .null)]
        case (.average, .observed(let milliseconds, let whole)?):
          return [
            value, ("observed_seconds", .number(FigureText.seconds(milliseconds))),
            ("of_seconds", .number(FigureText.seconds(whole))),
          ]
        case (.average, _):
          return [value, ("observed_seconds", .null), ("of_seconds", .null)]
        default: return [value]
        }
      })
  }

  private static func number(_ value: Figure.Value?) -> JSON {
    switch value {
    case nil: .null
    case .count(let count)?: .integer(count)
    case .people(let lower, let upper)?:
      .object([("lower", .integer(lower)), ("upper", .integer(upper))])
    case .decimal(let decimal)?: .number(decimal.text())
    case .money(let money)?: .string(money.exactText)
    }
  }

  static func sales(_ sales: MarketReport.Sales) -> JSON {
    .object(
      figures(sales.all) + [
        ("credited", .object(figures(sales.credited).filter { $0.0 != "currency" })),
        ("uncredited", .object(figures(sales.uncredited).filter { $0.0 != "currency" })),
        ("credited_by", creditedBy(sales)),
      ])
  }

  /// The gross of credited sales, by why they are.
  private static func creditedBy(_ sales: MarketReport.Sales) -> JSON {
    let none = Money(micros: 0, currency: sales.all.currency)
    return .object(
      CreditBasis.allCases.map { ($0.rawValue, .string((sales.bases[$0] ?? none).exactText)) })
  }

  static func figures(_ figures: SaleFigures) -> [(String, JSON)] {
    [
      ("currency", .string(figures.currency.code)),
      ("orders", .integer(figures.orders)),
      ("lines", .integer(figures.lines)),
    ]
      + figures.amounts.map { ($0, end($1?.value)) }
      + figures.amounts.flatMap { name, figure in
        let bounds = [("at_least", figure?.bounds?.lower), ("at_most", figure?.bounds?.upper)]
        return bounds.filter { $0.1 != nil }.map { ("\(name)_\($0)", end($1)) }
      }
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

  static func reportedSum(_ sum: ReportedSum) -> JSON {
    let value: JSON =
      switch sum.amount {
      case .money(let money): .string(money.exactText)
      case .number(let number): .number(number.text())
      }
    return .object([
      ("measure", .string(sum.measure.rawValue)), ("value", value),
      ("currency", .optional(sum.money?.currency.code)), ("source", .string(sum.source)),
      ("shows", .integer(Int64(sum.shows))),
    ])
  }

  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  package static func optional(_ integer: Int64?) -> JSON { integer.map(JSON.integer) ?? .null }
}
