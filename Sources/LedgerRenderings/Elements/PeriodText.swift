import LedgerCore

/// A period in words: `2021-12-01 to 2021-12-31 (days in Europe/London)`.
func periodText(_ period: ReportPeriod) -> String {
  let days: String
  switch (period.from, period.to) {
  case (nil, nil): return "all days on record"
  case (let from?, nil): days = "from \(from) on"
  case (nil, let to?): days = "up to \(to)"
  case (let from?, let to?): days = from == to ? "\(from)" : "\(from) to \(to)"
  }
  return days + " (days in \(zoneText(period)))"
}

/// The zone of a period's days, and whether it is only assumed.
func zoneText(_ period: ReportPeriod) -> String {
  period.zone.name + (period.basis == .assumed ? ", assumed" : "")
}

/// Notes on how to read a report's numbers, one sentence each.
func readingNotes(_ report: MarketReport) -> [String] {
  let request = report.request
  var notes: [String] = []
  let filter = request.filter
  let named =
    [
      ("shows", filter.events.map(\.description)), ("platforms", filter.platforms),
      ("brands", filter.brands), ("creators", filter.creators),
    ]
    .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.map(quoted).joined(separator: ", "))" }
  if !named.isEmpty {
    notes.append(
      "only \(named.joined(separator: ", ")); sales not credited to a show are left out")
  }
  switch request.refunds {
  case .processed: notes.append("refunds and cancellations count on the day they were processed")
  case .cohort:
    notes.append("refunds and cancellations count with the show that made the sale (cohort)")
  }
  if let assumption = request.period.assumption(of: report.market) { notes.append(assumption) }
  if let release = request.period.zoneRelease, release != ZoneDatabase.release {
    notes.append("time zones are those of tz release \(release), which the book keeps")
  }
  if let credit = request.credit {
    notes.append(
      "sales without a show are credited by rule \(quoted(credit.description)) to the show that "
        + "started last; a recorded credit takes precedence")
  }
  if let conversion = report.conversion {
    let days = conversion.firstDay.map { first in
      conversion.lastDay.map { first == $0 ? " of \(first)" : " of \(first) to \($0)" } ?? ""
    }
    notes.append(
      "each amount is converted to \(conversion.currency.code) at the last exchange rate known on "
        + "its day, at most \(ExchangeRates.maximumAge) days old"
        + (days.map { "; exchange rates\($0) from \(conversion.sources.joined(separator: ", "))" }
          ?? ""))
    for gap in conversion.gaps {
      let figures = SaleFigures(gap.totals)
      notes.append(
        "left out: net \(figures.net.shownText) \(figures.currency.code), "
          + "\(grouped(figures.lines)) line\(figures.lines == 1 ? "" : "s"): \(gap.reason)")
    }
  }
  if request.grouping == .brand || request.grouping == .creator {
    notes.append("a show with several \(request.grouping?.rawValue ?? "")s counts in full for each")
  }
  if let grouping = request.grouping, grouping.keysBetween(report.groups.map(\.key)) == nil {
    notes.append("\(grouping.noun)s without a show and without a sale are not listed")
  }
  if report.provisional > 0 {
    let isOne = report.provisional == 1
    notes.append(
      "\(grouped(Int64(report.provisional))) show\(isOne ? " is" : "s are") provisional: "
        + "refunds may arrive up to \(request.refundDays) days after a show")
  }
  if report.figures.known.contains(where: { $0.intervalOverShows != nil }) {
    notes.append(
      "intervals over shows: \(grouped(Int64(Bootstrap.resamples(shows: report.eventCount)))) "
        + "resamples of the shows (bootstrap), seed \(request.bootstrap.seed)")
  }
  return notes + request.settings.map(\.remark)
}
