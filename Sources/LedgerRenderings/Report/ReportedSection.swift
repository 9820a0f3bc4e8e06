import LedgerCore

/// A table of reported totals, each next to the gross of the recorded order lines.
struct ReportedSection {
  private let heading: String
  private let rows: [[String]]
  private let width: Int?

  /// Formats the figures of shows; the first cell of a line names the show, if one is given.
  init(
    _ heading: String, _ rows: [(event: EventKey?, figure: ReportedFigure)], _ width: Int? = nil
  ) {
    self.heading = heading
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
      total.measure.title, total.amount.shownText, printable(total.key.source),
      total.key.observedAt.description, figure.gross?.shownText ?? missing,
      figure.difference?.shownText ?? missing,
    ]
  }

  /// The table under its heading; empty if nothing was reported.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let columns = ["  ", "reported", "source", "observed", "order lines", "difference"]
    return heading + "\n"
      + TextTable.aligned(
        [columns] + rows, right: [false, true, false, false, true, true], width: width)
  }
}
