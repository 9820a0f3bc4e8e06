import LedgerCore

/// A line of a table of groups.
enum GroupLine {
  /// A group with a show or a sale.
  case group(ReportGroup)
  /// A stretch of time without either, between two groups: how many groups it has.
  case gap(Int)

  /// The lines of a report's first groups, and how many more groups have a show or a sale.
  ///
  /// A picture needs each empty day; a table says how many there are.
  static func lines(of report: MarketReport) -> (lines: [GroupLine], more: Int) {
    var lines: [GroupLine] = []
    var (gap, left) = (0, most(report.request.limit))
    for group in report.groups {
      if group.isEmpty {
        gap += 1
      } else if left > 0 {
        if gap > 0, !lines.isEmpty { lines.append(.gap(gap)) }
        lines.append(.group(group))
        (gap, left) = (0, left - 1)
      }
    }
    let count = report.groups.count { !$0.isEmpty }
    return (lines, count - min(count, most(report.request.limit)))
  }

  /// The group; `nil` for a gap.
  var group: ReportGroup? {
    if case .group(let group) = self { group } else { nil }
  }

  /// The line as the cells of a table: its name, the shows, and the figures.
  ///
  /// A reported total is named where the groups have it by several definitions.
  func cells(
    _ columns: [ReportMetric], of report: MarketReport, hasShows: Bool = true
  ) -> [String] {
    switch self {
    case .group(let group):
      [printable(group.key.label) + (group.provisional > 0 ? " *" : "")]
        + (hasShows ? [grouped(Int64(group.shows))] : [])
        + columns.map { metric in
          let figures = group.figures[metric]
          let cell = FigureText.cell(figures)
          guard report.groupMeasures(metric).count > 1,
            let measure = figures.lazy.compactMap(\.measure).first
          else { return cell }
          return "\(cell) (\(measure.rawValue))"
        }
    case .gap(let count):
      ["… \(grouped(Int64(count))) empty"]
        + Array(repeating: "", count: columns.count + (hasShows ? 1 : 0))
    }
  }
}
