import LedgerCore

/// A report as text for a terminal.
struct TextReport {
  private let report: Report
  private let width: Int?
  private let hints: Hints

  /// Creates a report whose lines have at most `width` columns; `nil` for no limit.
  init(_ report: Report, width: Int?, hints: Hints = .none) {
    self.report = report
    self.width = width
    self.hints = hints
  }

  var text: String {
    let text =
      ([MarketsSection(report, width).text]
      + report.sections.map { TextSection($0, report.book, width, hints).text })
      .filter { !$0.isEmpty }.joined(separator: "\n")
    guard let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), to: width) }.joined(separator: "\n")
  }
}

/// The section of one market.
private struct TextSection {
  private let section: Report.Section
  private let book: Report.Book
  private let width: Int?
  private let hints: Hints
  private var report: MarketReport { section.report }

  init(_ section: Report.Section, _ book: Report.Book, _ width: Int?, _ hints: Hints) {
    self.section = section
    self.book = book
    self.width = width
    self.hints = hints
  }

  var text: String {
    [
      heading, audience, sales,
      ReportedSums.text(report.reported, of: report.eventCount, width),
      RatioSection(report, width).text,
      SpreadSection(report.spreads, width).text, ComparisonSection(section).text(width),
      TargetSection(report.targets, width).text, GroupSection(report, width, hints).text, events,
      reported,
      notes, missing,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let market = report.market
    let shows = "\(grouped(Int64(report.eventCount))) show\(report.eventCount == 1 ? "" : "s")"
    var text = "\(market.name) (\(market.code)), \(periodText(report.period))\n\(shows)"
    if let hours = report.figures.figure(.hoursLive), hours.isKnown {
      text += ", \(FigureText.value(hours)) hours live"
    }
    if book.isPast {
      let entry = book.lastEntry.map { "entry \($0.number), \(clockText($0.draft.recordedAt))" }
      text += "\n" + (entry.map { "as of \($0)" } ?? "before the first entry")
    }
    return text + "\n"
  }

  private var audience: String {
    let lines = Metric.allCases.flatMap { metric in
      metric.figures.compactMap { figure -> [String]? in
        guard let value = report.figures.figure(figure),
          value.isKnown || Metric.expected.contains(metric)
        else { return nil }
        let name = figure.rawValue.map { $0 == "_" ? " " : String($0) }.joined()
        let basis = FigureText.basis(value).map { "  (\($0))" } ?? ""
        return ["  \(name)", FigureText.value(value) + basis]
      }
    }
    return "Audience\n" + TextTable.aligned(lines, right: [false, false])
  }

  private var sales: String {
    guard !report.sales.isEmpty else { return "Sales\n  \(TextTable.missing)\n" }
    let rows = report.sales.flatMap { sales in
      [
        ("  \(sales.all.currency.code)", sales.all), ("    credited to shows", sales.credited),
        ("    not credited", sales.uncredited),
      ]
    }
    return "Sales\n" + SalesTable(rows, width).text
  }

  private var events: String {
    guard !report.lines.isEmpty, report.request.grouping != .event else { return "" }
    let missing = TextTable.missing
    var lines = [["  show", "starts", "platform", "peak", "average", "views", "net"]]
    for line in report.lines {
      let net = line.sales.map(\.shownNet)
      lines.append([
        "  \(line.event.key)\(line.isProvisional ? " *" : "")", line.event.startsAt.description,
        printable(line.event.platform),
        FigureText.cell(line.figures[.peakConcurrent]),
        FigureText.cell(line.figures[.averageConcurrent]),
        FigureText.cell(line.figures[.views]),
        net.isEmpty ? missing : net.joined(separator: ", "),
      ])
    }
    let table = TextTable.aligned(
      lines, right: [false, false, false, true, true, true, true], width: width)
    let more = report.eventCount - report.lines.count
    let period = report.request.period
    let isOfDays = period.from != nil || period.to != nil
    let heading =
      "Shows, newest first" + (isOfDays ? "; each with all its sales, whatever their date" : "")
    return heading + "\n" + table + hints.more(more, of: report.eventCount)
  }

  private var reported: String {
    ReportedSection(
      "Reported merchandise value, beside the order lines",
      report.lines.flatMap { line in
        line.reportedMerchandise.map { (event: line.event.key, figure: $0) }
      }, width
    ).text
  }

  private var notes: String {
    let notes = readingNotes(report)
    // Over all days, it makes no difference how refunds are dated.
    let request = report.request
    let isDated =
      !report.sales.isEmpty
      && (request.period.from != nil || request.period.to != nil || request.refunds == .cohort)
    guard notes.count > 1 || isDated || section.comparison != nil || request.grouping != nil else {
      return ""
    }
    return "How to read it\n" + notes.map { "  \($0)\n" }.joined()
  }

  private var missing: String {
    guard !report.missing.isEmpty else { return "" }
    return "Missing\n" + report.missing.map { "  \($0)\n" }.joined()
  }
}
