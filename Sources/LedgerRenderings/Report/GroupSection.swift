import LedgerCore

/// A table of a report's groups, with a bar for each.
struct GroupSection {
  let text: String

  init(_ report: MarketReport, _ width: Int?, _ hints: Hints) {
    guard let grouping = report.request.grouping else {
      text = ""
      return
    }
    let title = "By \(grouping.noun)\n"
    guard !report.groups.isEmpty else {
      text = title + "  \(TextTable.missing)\n"
      return
    }
    let columns = report.groupColumns
    let hasShows = report.groups.contains { $0.shows > 0 }
    let (lines, more) = GroupLine.lines(of: report)
    let groups = lines.compactMap(\.group)
    let bars = Bars(of: groups, Self.measure(report), in: report.market.currency)
    let heading =
      [""] + (hasShows ? ["shows"] : []) + columns.map { report.groupTitle($0).lowercasedFirst } + [
        ""
      ]
    let rows = lines.map { line -> [String] in
      let cells = line.cells(columns, of: report, hasShows: hasShows)
      return ["  \(cells[0])"] + cells.dropFirst() + [line.group.map(bars.bar) ?? ""]
    }
    let table =
      TextTable.aligned(
        [heading] + rows, right: heading.indices.map { $0 > 0 && $0 < heading.count - 1 },
        width: width)
      + "  bars: \(bars.title)"
      + (groups.contains { $0.provisional > 0 } ? "; * provisional" : "") + "\n"
    text =
      title + (groups.isEmpty ? "" : table) + hints.more(more, of: groups.count + more)
  }

  /// The metric of the bars: the one sorted by, otherwise what was sold, otherwise who watched.
  private static func measure(_ report: MarketReport) -> ReportMetric {
    if let sort = report.request.sort { return sort }
    let candidates: [ReportMetric] = [.gmvNet, .views, .peakConcurrent]
    return candidates.first { metric in
      report.groups.contains { $0.figures[metric].contains(where: \.isKnown) }
    } ?? .shows
  }

}

/// Bars that compare groups by one metric, in one currency.
private struct Bars {
  let title: String
  private let metric: ReportMetric
  private let currency: Currency?
  private let most: Double

  /// If there are several currencies, the bars compare the market's own if it is one of them.
  init(of groups: [ReportGroup], _ metric: ReportMetric, in own: Currency) {
    let known = groups.flatMap { $0.figures[metric] }.filter { $0.value != nil }
    let currencies = Set(known.compactMap(\.currency))
    let chosen =
      currencies.contains(own) ? own : currencies.min { $0.code < $1.code }
    title =
      metric.title.lowercasedFirst
      + (currencies.count > 1 ? chosen.map { " (\($0.code))" } ?? "" : "")
    self.metric = metric
    currency = chosen
    most = groups.compactMap { $0.figures.figure(metric, in: chosen)?.number }.max() ?? 0
  }

  func bar(_ group: ReportGroup) -> String {
    TextChart.bar((group.figures.figure(metric, in: currency)?.number ?? 0) / most, width: 20)
  }
}

extension String {
  /// `GMV net` stays, `Orders` becomes `orders`.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
