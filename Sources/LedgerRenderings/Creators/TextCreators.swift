import LedgerCore

/// A report on creators as text for a terminal.
struct TextCreators {
  private let report: CreatorReport
  private let hints: Hints

  init(_ report: CreatorReport, _ hints: Hints) {
    self.report = report
    self.hints = hints
  }

  var text: String {
    [heading, members, retention, reasons, appearances, top, strangers].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private var heading: String {
    let from = report.period.from.map { "from \($0)" } ?? "all days on record"
    return "\(report.market.name) (\(report.market.code)): creators, \(from) up to "
      + "\(report.through) (days in \(zoneText(report.period)))\n"
  }

  private var members: String {
    let lines = [
      ["  active on \(report.through)", count(report.active)],
      ["  joined", count(report.joined)], ["  left", count(report.left)],
    ]
    return "Members\n" + TextTable.aligned(lines, right: [false, true])
  }

  private var retention: String {
    guard !report.cohorts.isEmpty else { return "" }
    let names = CreatorCohort.milestones.map { "\($0) month\($0 == 1 ? "" : "s")" }
    var lines = [["  joined", "creators"] + names]
    for cohort in report.cohorts {
      lines.append(
        ["  \(cohort.month)", count(cohort.size)]
          + cohort.retention.map { percent(cohort.share($0)) })
    }
    return "Still members this long after first joining\n"
      + TextTable.aligned(lines, right: [false] + lines[0].dropFirst().map { _ in true })
  }

  private var reasons: String {
    guard !report.reasons.isEmpty else { return "" }
    let lines = report.reasons.map { reason in
      ["  " + count(reason.count), reason.text.map(printable) ?? "(not stated)"]
    }
    return "Reasons for leaving\n" + TextTable.aligned(lines, right: [true, false])
  }

  private var appearances: String {
    guard !report.lines.isEmpty else { return "" }
    let missing = TextTable.missing
    var lines = [
      ["  creator", "member", "shows", "views", "share", "peak", "gross", "share", "net"]
    ]
    for line in report.lines {
      let standing = line.standing.words
      lines.append([
        "  \(printable(line.creator))",
        standing.name == "none"
          ? missing : "\(standing.name == "left" ? "left" : "since") \(standing.day.text)",
        count(line.events.count), line.views.map(grouped) ?? missing,
        percent(line.viewShare), line.peakConcurrent.map(grouped) ?? missing,
        list(line.sales.map { shown($0.gross) }), list(line.sales.map { percent($0.share) }),
        list(line.sales.map { shown($0.net) }),
      ])
    }
    let more = report.creatorCount - report.lines.count
    return "Creators in shows, by gross\n"
      + TextTable.aligned(
        lines, right: [false, false, true, true, true, true, true, true, true])
      + hints.more(more, of: report.creatorCount)
      + "  \(CreatorReport.attribution)\n"
  }

  private var top: String {
    guard !report.top.isEmpty else { return "" }
    let lines = report.top.map { top in
      let sales = top.sales.map { "\(percent($0.share)) of gross \($0.currency.code)" }
      let views = top.viewShare.map { ["\(percent($0)) of views"] } ?? []
      return ["  top \(top.count)", (sales + views).joined(separator: ", ")]
    }
    return "Share of the top creators, out of \(count(report.creatorCount))\n"
      + TextTable.aligned(lines, right: [false, false])
  }

  private var strangers: String {
    var lines: [String] = []
    if !report.strangers.isEmpty {
      let names = printable(report.strangers.joined(separator: ", "))
      lines.append(
        "  no membership for \(count(report.strangers.count)) of \(count(report.creatorCount)) "
          + "creator\(report.creatorCount == 1 ? "" : "s"): \(names)")
    }
    if report.eventsWithoutCreator > 0 {
      lines.append(
        "  no creator for \(count(report.eventsWithoutCreator)) of \(count(report.eventCount)) "
          + "show\(report.eventCount == 1 ? "" : "s")")
    }
    if report.eventCount == 0 { lines.append("  no shows") }
    return lines.isEmpty ? "" : "Missing\n" + lines.map { $0 + "\n" }.joined()
  }

  private func count(_ number: Int) -> String { grouped(Int64(number)) }

  private func shown(_ money: Money) -> String { "\(money.shownText) \(money.currency.code)" }

  private func list(_ texts: [String]) -> String {
    texts.isEmpty ? TextTable.missing : texts.joined(separator: ", ")
  }
}

extension CalendarDay? {
  fileprivate var text: String { map(\.description) ?? "" }
}
