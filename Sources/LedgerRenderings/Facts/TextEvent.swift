import LedgerCore

/// A show as text for a terminal.
struct TextEvent {
  private let record: EventRecord
  private var event: Event { record.totals.event }

  init(_ record: EventRecord) { self.record = record }

  var text: String {
    [heading, audience, sales, reported].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let missing = TextTable.missing
    let draft = record.entry.draft
    var lines = [
      ["show", event.key.description], ["title", printable(event.title)],
      ["market", event.market.description], ["platform", printable(event.platform)],
      ["starts", event.startsAt.description],
      [
        "ends",
        event.endsAt.map { end in "\(end)  (\(duration(event.duration ?? 0)))" } ?? missing,
      ],
      ["brands", names(event.brands)],
    ]
    for role in Creator.Role.allCases {
      let credited = event.creators.filter { $0.role == role }.map(\.name)
      if !credited.isEmpty { lines.append(["\(role.rawValue)s", names(credited)]) }
    }
    lines.append(["recorded", record.entry.origin])
    if let amendment = record.amendment { lines.append(["amended", amendment.origin]) }
    if let source = draft.source { lines.append(["source", printable(source)]) }
    if let note = draft.note { lines.append(["note", printable(note)]) }
    return TextTable.aligned(lines, right: [false, false])
  }

  private var audience: String {
    guard !record.totals.audience.isEmpty else { return "Audience\n  \(TextTable.missing)\n" }
    var lines = [["  metric", "counts", "latest", "peak", "peak at", "from", "to"]]
    for totals in record.totals.audience {
      lines.append([
        "  \(totals.metric.rawValue)", grouped(totals.counts), grouped(totals.latest),
        grouped(totals.peak), totals.peakAt.description, totals.firstAt.description,
        totals.lastAt.description,
      ])
    }
    let average = FigureSet([.averageConcurrent], shows: [record.totals], sales: [])
      .figure(.averageConcurrent)
    return "Audience\n"
      + TextTable.aligned(lines, right: [false, true, true, true, false, false, false])
      + (average?.value == nil
        ? ""
        : average.map { figure in
          "  average concurrent \(FigureText.value(figure))"
            + (FigureText.basis(figure).map { " (\($0))" } ?? "") + "\n"
        } ?? "")
  }

  private var sales: String {
    guard !record.totals.sales.isEmpty else { return "Sales\n  \(TextTable.missing)\n" }
    return "Sales\n"
      + SalesTable(record.totals.sales.map { ("  \($0.currency.code)", SaleFigures($0)) }).text
  }

  private var reported: String {
    ReportedSection(
      "Reported totals, never added to the sales",
      ReportedFigure.figures(record.totals).map { (event: nil, figure: $0) }
    ).text
  }

  private func names(_ names: [String]) -> String {
    names.isEmpty ? TextTable.missing : printable(names.joined(separator: ", "))
  }
}
