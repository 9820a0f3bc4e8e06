import LedgerCore

/// A table of reported totals, each next to the gross of the recorded order lines.
struct ReportedSection {
  private let rows: [[String]]
  private let width: Int?

  /// Formats the figures of shows; the first cell of a line names the show, if one is given.
  init(_ rows: [(event: EventKey?, figure: ReportedFigure)], _ width: Int? = nil) {
    self.width = width
    self.rows = rows.map { event, figure in
      let cells = Self.cells(figure)
      return ["  " + (event.map { "\($0)  " } ?? "") + cells[0]] + cells.dropFirst()
    }
  }

  /// A figure's measure, value, source and time, the order lines, and the difference.
  static func cells(_ figure: ReportedFigure) -> [String] {
    let total = figure.total
    let missing = TextTable.missing
    return [
      name(total.measure), text(total), printable(total.key.source),
      total.key.observedAt.description, figure.gross?.shownText ?? missing,
      figure.difference?.shownText ?? missing,
    ]
  }

  /// The table under its heading; empty if nothing was reported.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let heading = ["  ", "reported", "source", "observed", "order lines", "difference"]
    return "Reported totals, never added to the sales\n"
      + TextTable.aligned(
        [heading] + rows, right: [false, true, false, false, true, true], width: width)
  }

  private static func name(_ measure: Measure) -> String {
    measure.rawValue.map { $0 == "_" ? " " : String($0) }.joined()
  }

  private static func text(_ total: ReportedTotal) -> String {
    switch total.amount {
    case .money(let money): "\(money.shownText) \(money.currency.code)"
    case .number(let number):
      number.rounded(decimals: 0) == number
        ? number.grouped(decimals: 0) : number.grouped(decimals: 1)
    }
  }
}
