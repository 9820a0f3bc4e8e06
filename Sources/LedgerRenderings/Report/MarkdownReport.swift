import LedgerCore

/// A report as Markdown tables, for a wiki or a mail.
struct MarkdownReport {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    report.sections.map(section).joined(separator: "\n")
      + "\n" + (report.book.lastEntry.map(Self.book) ?? "")
  }

  private static func book(_ last: Entry) -> String {
    "Book: entry \(last.number)" + (last.receipt.map { ", receipt \($0)" } ?? "") + ".\n"
  }

  private func section(_ section: Report.Section) -> String {
    let report = section.report
    var parts = [
      "# \(report.market.name) (\(report.market.code)), \(periodText(report.period))\n",
      "\(grouped(Int64(report.eventCount))) show\(report.eventCount == 1 ? "" : "s").\n",
      "## Figures\n\n" + figures(report.figures, of: report.eventCount)
        + (report.advice.isEmpty
          ? "" : "\n" + Markdown.list(report.advice.map(\.description))),
    ]
    if !report.reported.isEmpty {
      parts.append(
        "## Reported by platforms, never added to the sales\n\n"
          + Markdown.table(
            ReportedSums.heading, ReportedSums.rows(report.reported, of: report.eventCount)))
    }
    if !report.groups.isEmpty, let grouping = report.request.grouping {
      parts.append("## By \(grouping.noun)\n\n" + groups(report))
    }
    if section.comparison != nil { parts.append("## Comparison\n\n" + comparison(section)) }
    if !report.targets.isEmpty {
      parts.append(
        "## Targets\n\n" + Markdown.table(TargetSection.heading, TargetSection.rows(report.targets))
      )
    }
    parts.append("## How to read it\n\n" + Markdown.list(readingNotes(report)))
    if !report.missing.isEmpty { parts.append("## Missing\n\n" + Markdown.list(report.missing)) }
    return parts.joined(separator: "\n")
  }

  private func figures(_ figures: FigureSet, of shows: Int) -> String {
    Markdown.table(
      ["Figure", "Value", "95 % interval", "Interval over shows", "Shows"],
      figures.known.map { figure in
        [
          figures.title(of: figure), FigureText.explained(figure),
          FigureText.interval(figure.interval, of: figure),
          FigureText.interval(figure.intervalOverShows, of: figure),
          figure.shows.map { "\($0) of \(shows)" } ?? "",
        ]
      })
  }

  private func groups(_ report: MarketReport) -> String {
    let columns = report.groupColumns
    let (lines, more) = GroupLine.lines(of: report)
    let table = Markdown.table(
      [report.request.grouping?.noun ?? "", "Shows"] + columns.map(report.groupTitle),
      lines.map { $0.cells(columns, of: report) })
    let remarks =
      (lines.contains { ($0.group?.provisional ?? 0) > 0 } ? ["* provisional"] : [])
      + (more > 0 ? ["\(grouped(Int64(more))) more groups are not listed"] : [])
    return table + (remarks.isEmpty ? "" : "\n" + Markdown.list(remarks))
  }

  private func comparison(_ section: Report.Section) -> String {
    Markdown.table(ComparisonSection.heading, ComparisonSection(section).rows)
      + "\n" + Markdown.list([ComparisonSection.remark])
  }
}
