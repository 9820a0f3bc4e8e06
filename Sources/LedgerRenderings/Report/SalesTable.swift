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
    return [
      name, grouped(figures.orders),
      (figures.hasUnknownUnits ? "≥ " : "") + grouped(figures.units), figures.gross.shownText,
      figures.cancelled.shownText, range(figures.refunded, figures.refundedAtMost),
      figures.adjusted.shownText, range(figures.netAtLeast, figures.net), figures.averageOrderValue?.shownText ?? TextTable.missing,
    ]
  }

  private static func range(_ least: Money, _ most: Money) -> String {
    least == most ? least.shownText : "\(least.shownText) to \(most.shownText)"
  }
}
