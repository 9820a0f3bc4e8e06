package import LedgerCore

/// Formats figures for people, and as data.
package enum FigureText {
  /// The value with its unit, or its bounds: `12.00 to 45.00 GBP`, `≥ 12.00 GBP`; `–` if unknown.
  package static func value(_ figure: Figure) -> String {
    if let value = figure.value { return text(value, figure.metric.unit) }
    let (lower, upper) = (figure.bounds?.lower, figure.bounds?.upper)
    switch (lower, upper) {
    case (let lower?, let upper?):
      return range(text(lower, figure.metric.unit), text(upper, figure.metric.unit))
    case (let lower?, nil): return "≥ " + text(lower, figure.metric.unit)
    case (nil, let upper?): return "≤ " + text(upper, figure.metric.unit)
    case (nil, nil): return TextTable.missing
    }
  }

  private static func text(_ value: Figure.Value, _ unit: MetricUnit) -> String {
    switch value {
    case .count(let count): grouped(count)
    case .people(let lower, let upper):
      lower == upper ? grouped(lower) : "\(grouped(lower)) to \(grouped(upper))"
    case .money(let money): "\(money.shownText) \(money.currency.code)"
    case .decimal(let decimal): number(decimal, unit)
    }
  }

  /// Two ends whose percent sign or currency is written once: `2.0 to 2.6 %`.
  private static func range(_ lower: String, _ upper: String) -> String {
    guard let unit = upper.split(separator: " ").last, lower.hasSuffix(" \(unit)"),
      unit == "%" || unit.allSatisfy(\.isUppercase)
    else { return "\(lower) to \(upper)" }
    return "\(lower.dropLast(unit.count + 1)) to \(upper)"
  }

  /// Why a figure has bounds instead of a value, in a clause; `nil` if it has a value.
  package static func doubt(_ figure: Figure) -> String? {
    guard let bounds = figure.bounds, !bounds.reasons.isEmpty else { return nil }
    if let text = ifUnsold(bounds, figure) { return text }
    return "not known: " + bounds.reasons.map(\.description).joined(separator: ", ")
  }

  /// What a figure is either way, if only the sales of shows are not known.
  private static func ifUnsold(_ bounds: Figure.Bounds, _ figure: Figure) -> String? {
    guard bounds.reasons.count == 1, case .salesOfShows(let shows)? = bounds.reasons.first,
      let end = bounds.lower ?? bounds.upper
    else { return nil }
    let known = figure.shows.map { $0 == 1 ? "the other one" : "the other \($0)" } ?? "the others"
    return "\(bounds.lower == nil ? "at most" : "at least") \(text(end, figure.metric.unit)) if "
      + "\(shows == 1 ? "the show" : "the \(shows) shows") of unknown sales sold nothing"
      + (bounds.overKnown.map { "; \(text($0, figure.metric.unit)) over \(known)" } ?? "")
  }

  /// What a reader should know about a number: what it rests on, or why it is not exact.
  package static func basis(_ figure: Figure) -> String? {
    switch (figure.value, figure.evidence) {
    case (nil, _): doubt(figure)
    case (_, .peak(let event, let at)?): "\(event), \(at)"
    case (_, .observed(let milliseconds, let whole)?): observed(milliseconds, of: whole)
    case (.people(let lower, let upper)?, nil) where lower < upper:
      "people may watch several shows"
    default: nil
    }
  }

  /// A time in seconds, as a number.
  package static func seconds(_ milliseconds: Int64) -> String {
    Decimal(micros: Int128(milliseconds) * 1000).text()
  }

  /// How long a curve was observed, and of how much if that is more.
  private static func observed(_ milliseconds: Int64, of whole: Int64) -> String {
    guard milliseconds < whole else { return "over \(duration(milliseconds)) observed" }
    if whole < 3_600_000 { return "observed \(duration(milliseconds)) of \(duration(whole))" }
    func hours(_ milliseconds: Int64) -> String {
      let tenths = (milliseconds + 180_000) / 360_000
      return grouped(tenths / 10) + ".\(tenths % 10)"
    }
    // Hours to a tenth would hide a gap of a minute.
    let texts = (hours(milliseconds), hours(whole))
    return texts.0 == texts.1
      ? "observed \(duration(milliseconds)) of \(duration(whole))"
      : "observed \(texts.0) of \(texts.1) h"
  }

  /// The value with the time that it is over, or its bounds with the reason for them.
  package static func explained(_ figure: Figure) -> String {
    var note = doubt(figure)
    if case .observed? = figure.evidence { note = basis(figure) }
    return value(figure) + (note.map { " (\($0))" } ?? "")
  }

  /// The figures of one metric, one per currency, in one cell; `–` if none is known.
  package static func cell(_ figures: [Figure]) -> String {
    let known = figures.filter(\.isKnown)
    guard known.count > 1 else { return known.first.map(value) ?? TextTable.missing }
    return known.map { figure in
      // An amount names its currency; a number of orders does not.
      if figure.metric.unit == .money { return value(figure) }
      return value(figure) + (figure.currency.map { " (\($0.code))" } ?? "")
    }.joined(separator: ", ")
  }

  /// An interval in the unit of its figure; empty if there is none.
  package static func interval(_ interval: Interval?, of figure: Figure) -> String {
    guard let interval else { return "" }
    func end(_ number: Double) -> String {
      let decimal = Decimal(nearest: number)
      if figure.metric.unit == .money, let currency = figure.currency {
        return Money(micros: decimal.micros, currency: currency).shownText
      }
      return self.number(decimal, figure.metric.unit)
    }
    return range(end(interval.lower), end(interval.upper))
  }

  /// A floating-point number in the unit of a metric.
  package static func number(_ number: Double, _ metric: ReportMetric, _ currency: Currency?)
    -> String
  {
    let decimal = Decimal(nearest: number)
    if metric.unit == .money, let currency {
      return Money(micros: decimal.micros, currency: currency).shownText
    }
    if metric.unit == .count || metric.unit == .people { return decimal.grouped(decimals: 1) }
    return self.number(decimal, metric.unit)
  }

  private static func number(_ decimal: Decimal, _ unit: MetricUnit) -> String {
    switch unit {
    case .share:
      percent(decimal)
    case .seconds: duration(Int64(clamping: decimal.micros / 1000))
    case .multiple: decimal.grouped(decimals: 2)
    default: decimal.grouped(decimals: 1)
    }
  }

  /// A share as a percentage, with two decimals below 1 %, otherwise one.
  private static func percent(_ decimal: Decimal) -> String {
    let hundredfold = Decimal(micros: decimal.micros * 100)
    return hundredfold.grouped(decimals: decimal.micros.magnitude < 10_000 ? 2 : 1) + " %"
  }

  /// The value as data without its unit, for a spreadsheet; `nil` if it is unknown.
  package static func plain(_ value: Figure.Value?) -> String? {
    switch value {
    case nil: nil
    case .count(let count)?: String(count)
    case .people(let lower, _)?: String(lower)
    case .money(let money)?: money.exactText
    case .decimal(let decimal)?: decimal.text()
    }
  }

  /// A bound of an interval as data, to six decimals.
  package static func plain(_ number: Double) -> String {
    Decimal(nearest: number).text()
  }
}

/// Draws numbers with block characters.
enum TextChart {
  /// A bar that is `part` of `columns` long, to an eighth of a column.
  static func bar(_ part: Double, width columns: Int) -> String {
    guard part.isFinite, part > 0 else { return "" }
    let eighths = Int((min(part, 1) * Double(columns) * 8).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    let bar = String(repeating: "█", count: eighths / 8) + rest
    return bar.isEmpty ? "▏" : bar
  }

  /// One character per number, as high as the number; blank for a missing one.
  static func sparkline(_ numbers: [Double?]) -> String {
    let known = numbers.compactMap { $0 }
    guard let most = known.max(), most > 0 else { return "" }
    let heights = Array("▁▂▃▄▅▆▇█")
    return String(
      numbers.map { number in
        guard let number else { return Character(" ") }
        return heights[Int((max(0, number / most) * 7).rounded())]
      })
  }
}
