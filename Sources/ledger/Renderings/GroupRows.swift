import LedgerCore

/// The groups of a cut, in lines of one table with a bar.
struct GroupRows {
  let text: String

  /// What a row shows of its group, as far as any group has it.
  static let columns: [ReportMetric] = [
    .peakConcurrent, .averageConcurrent, .views, .orders, .units, .gmvGross, .refunded, .gmvNet,
    .gmvPerHour,
  ]

  init(_ report: MarketReport) {
    guard let cut = report.question.cut else {
      text = ""
      return
    }
    let title = "By \(cut.rawValue)\n"
    guard !report.groups.isEmpty else {
      text = title + "  \(TextTable.missing)\n"
      return
    }
    var columns = Self.columns.filter { metric in
      report.groups.contains { $0.figures[metric].contains { $0.value != nil } }
    }
    if let sort = report.question.sort, !columns.contains(sort) { columns.append(sort) }
    let hasShows = report.groups.contains { $0.shows > 0 }
    let limit = report.question.limit ?? .max
    let groups = report.groups.prefix(limit)
    let measure = Self.measure(report)
    let most = groups.compactMap { Self.number($0, measure) }.max() ?? 0
    let heading =
      [""] + (hasShows ? ["shows"] : []) + columns.map { $0.title.lowercasedFirst } + [""]
    let rows = groups.map { group -> [String] in
      let mark = group.provisional > 0 ? " *" : ""
      return ["  \(printable(group.key.label))\(mark)"]
        + (hasShows ? [grouped(Int64(group.shows))] : [])
        + columns.map { Self.cell(group.figures[$0]) }
        + [TextChart.bar((Self.number(group, measure) ?? 0) / most, width: 20)]
    }
    let more = report.groups.count - groups.count
    text =
      title
      + TextTable.aligned(
        [heading] + rows, right: heading.indices.map { $0 > 0 && $0 < heading.count - 1 })
      + "  bars: \(measure.title.lowercasedFirst)"
      + (groups.contains { $0.provisional > 0 } ? "; * provisional" : "") + "\n"
      + (more > 0 ? "  … and \(grouped(Int64(more))) more: --limit \(report.groups.count)\n" : "")
  }

  /// What the bars show: what is sorted by, else what was sold, else who watched.
  private static func measure(_ report: MarketReport) -> ReportMetric {
    if let sort = report.question.sort { return sort }
    let candidates: [ReportMetric] = [.gmvNet, .views, .peakConcurrent]
    return candidates.first { metric in
      report.groups.contains { $0.figures[metric].contains { $0.value != nil } }
    } ?? .shows
  }

  /// Bars compare numbers of one currency: the first.
  private static func number(_ group: ReportGroup, _ metric: ReportMetric) -> Double? {
    group.figures[metric].first?.number
  }

  private static func cell(_ figures: [Figure]) -> String {
    let known = figures.filter { $0.value != nil }
    return known.isEmpty
      ? TextTable.missing : known.map(FigureText.value).joined(separator: ", ")
  }
}

extension String {
  /// `GMV net` stays, `Orders` becomes `orders`.
  var lowercasedFirst: String {
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}
