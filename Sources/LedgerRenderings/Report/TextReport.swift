import LedgerCore

/// A report as a person reads it on a terminal.
struct TextReport {
  private let report: Report
  private let width: Int?

  /// `width`: the most columns of a line, if there is a limit.
  init(_ report: Report, width: Int?) {
    self.report = report
    self.width = width
  }

  var text: String {
    let text =
      ([MarketRows(report, width).text]
      + report.sections.map { TextSection($0, report.book, width).text })
      .filter { !$0.isEmpty }.joined(separator: "\n")
    guard let width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), to: width) }.joined(separator: "\n")
  }
}

/// One market of it.
private struct TextSection {
  private let section: Report.Section
  private let book: Report.Book
  private let width: Int?
  private var report: MarketReport { section.report }

  init(_ section: Report.Section, _ book: Report.Book, _ width: Int?) {
    self.section = section
    self.book = book
    self.width = width
  }

  var text: String {
    [
      heading, audience, sales, RateRows(report, width).text,
      SpreadRows(report.spreads, width).text, ComparisonRows(section).text(width),
      TargetRows(report.targets, width).text, GroupRows(report, width).text, events, reported,
      notes, missing,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let market = report.market
    let shows = "\(grouped(Int64(report.eventCount))) event\(report.eventCount == 1 ? "" : "s")"
    var text = "\(market.name) (\(market.code)), \(periodText(report.period))\n\(shows)"
    if let hours = report.figures.figure(.hoursLive), hours.value != nil {
      text += ", \(FigureText.value(hours)) hours live"
    }
    if book.isPast {
      let entry = book.lastEntry.map { "entry \($0.number), \(clockText($0.draft.recordedAt))" }
      text += "\nas of \(entry ?? "before the first entry")"
    }
    return text + "\n"
  }

  private var audience: String {
    let audience = report.audience
    let missing = TextTable.missing
    let peak = audience.peakConcurrent.map {
      "\(grouped($0.count))  (\($0.event), \($0.at))"
    }
    let average = audience.averageConcurrent.map {
      "\($0.grouped(decimals: 1))  (over \(duration(audience.observedMilliseconds)) observed)"
    }
    let viewers = audience.uniqueViewers.map { bounds in
      bounds.lower == bounds.upper
        ? grouped(bounds.lower)
        : "\(grouped(bounds.lower)) to \(grouped(bounds.upper))  (people may watch several shows)"
    }
    var lines = [
      ["  peak concurrent", peak ?? missing],
      ["  average concurrent", average ?? missing],
      ["  views", audience.views.map(grouped) ?? missing],
      ["  unique viewers", viewers ?? missing],
    ]
    for metric in Metric.allCases where metric.kind == .runningTotal && metric != .views {
      guard let total = audience.runningTotals[metric] else { continue }
      let name = metric.rawValue.map { $0 == "_" ? " " : String($0) }.joined()
      lines.append(["  \(name)", grouped(total)])
    }
    return "Audience\n" + TextTable.aligned(lines, right: [false, false])
  }

  private var sales: String {
    guard !report.sales.isEmpty else { return "Sales\n  \(TextTable.missing)\n" }
    let rows = report.sales.flatMap { sales in
      [
        ("  \(sales.all.currency.code)", sales.all), ("    credited to events", sales.credited),
        ("    credited to none", sales.uncredited),
      ]
    }
    return "Sales\n" + SaleRows(rows, width).text
  }

  private var events: String {
    guard !report.lines.isEmpty, report.question.cut != .event else { return "" }
    let missing = TextTable.missing
    var lines = [["  event", "starts", "platform", "peak", "average", "views", "net"]]
    for line in report.lines {
      let net = line.sales.map { "\($0.net.shownText) \($0.currency.code)" }
      lines.append([
        "  \(line.event.key)\(line.isProvisional ? " *" : "")", line.event.startsAt.description,
        printable(line.event.platform),
        line.audience.peakConcurrent.map { grouped($0.count) } ?? missing,
        line.audience.averageConcurrent?.grouped(decimals: 1) ?? missing,
        line.audience.views.map(grouped) ?? missing,
        net.isEmpty ? missing : net.joined(separator: ", "),
      ])
    }
    let table = TextTable.aligned(
      lines, right: [false, false, false, true, true, true, true], width: width)
    let more = report.eventCount - report.lines.count
    return "Events, newest first\n" + table
      + (more > 0 ? "  … and \(grouped(Int64(more))) more: --limit \(report.eventCount)\n" : "")
  }

  private var reported: String {
    ReportedRows(
      report.lines.flatMap { line in
        line.reported.map { (event: line.event.key, figure: $0) }
      }, width
    ).text
  }

  private var notes: String {
    let notes = readingNotes(report)
    // Of all days together it makes no difference how refunds are dated.
    let question = report.question
    let isDated =
      !report.sales.isEmpty
      && (question.period.from != nil || question.period.to != nil || question.refunds == .cohort)
    guard notes.count > 1 || isDated || section.comparison != nil || question.cut != nil else {
      return ""
    }
    return "How to read it\n" + notes.map { "  \($0)\n" }.joined()
  }

  private var missing: String {
    guard !report.missing.isEmpty else { return "" }
    return "Missing\n" + report.missing.map { "  \($0)\n" }.joined()
  }
}

/// A stretch of time, in the two largest units that it has: `7 d 17 h`, `2 h 5 min`.
package func duration(_ milliseconds: Int64) -> String {
  let seconds = milliseconds / 1000
  let parts = [
    (seconds / 86400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
    (seconds % 60, "s"),
  ].drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
  return parts.isEmpty ? "0 s" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
}
