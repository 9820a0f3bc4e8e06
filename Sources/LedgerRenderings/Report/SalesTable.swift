import LedgerCore

/// A table of sale figures, one row each.
struct SalesTable {
  let text: String

  init(_ rows: [(name: String, figures: SaleFigures)], _ width: Int? = nil) {
    let names = [
      "", "orders", "units", "gross", "cancelled", "refunded", "adjusted", "net", "per order",
    ]
    let lines = [names] + rows.map { Self.row($0.name, $0.figures) }
    text = TextTable.aligned(lines, right: names.indices.map { $0 > 0 }, width: width)
  }

  private static func row(_ name: String, _ figures: SaleFigures) -> [String] {
    guard figures.lines > 0 || figures.hasPossibleRefunds else {
      return [name] + Array(repeating: TextTable.missing, count: 8)
    }
    return [name, grouped(figures.orders)]
      + figures.amounts.map { amount($0.figure, in: figures.currency) }
  }

  /// An amount, or its bounds, without the currency.
  private static func amount(_ figure: Figure?, in currency: Currency) -> String {
    guard let text = figure.map(FigureText.value) else { return TextTable.missing }
    let unit = " \(currency.code)"
    return text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text
  }
}

extension SaleFigures {
  /// The net with its currency, or its bounds; `–` if nothing of it is known.
  var shownNet: String { figure(.gmvNet).map(FigureText.value) ?? TextTable.missing }

  /// Units and amounts by their names in data, in the order of the data.
  var amounts: [(name: String, figure: Figure?)] {
    let metrics: [(String, ReportMetric)] = [
      ("units", .units), ("gross", .gmvGross), ("cancelled", .cancelled), ("refunded", .refunded),
      ("adjusted", .adjusted), ("net", .gmvNet), ("average_order_value", .averageOrderValue),
    ]
    return metrics.map { ($0, figure($1)) }
  }
}
