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

/// How much was refunded on known days, and how much between two times; `nil` if none is of those.
private func boundsNote(_ sales: SaleFigures) -> String? {
  let (within, possible) = (
    sales.refundedWithin.micros, sales.refundedAtMost.micros - sales.refunded.micros
  )
  guard within != 0 || possible != 0 else { return nil }
  func text(_ micros: Int128) -> String {
    Money(micros: micros, currency: sales.currency).shownText + " \(sales.currency.code)"
  }
  var parts = ["\(text(sales.refundedExactly.micros)) on known days"]
  if within != 0 { parts.append("\(text(within)) on days that are not known, in the period") }
  if possible != 0 { parts.append("\(text(possible)) that may be of another period") }
  return "refunded: " + parts.joined(separator: ", ")
}

/// The zone of a period's days as rows of CSV: what it is, who decided it, and its release.
func zoneFigures(_ period: ReportPeriod) -> [(String, String?)] {
  [
    ("time_zone", period.zone.name), ("time_zone_basis", period.basis.rawValue),
    ("tz_release", period.zoneRelease),
  ]
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
  notes += report.sales.compactMap { boundsNote($0.all) }
  if let credit = request.credit {
    notes.append(credit.remark)
  }
  notes += report.sales.compactMap(basesNote)
  notes += conversionNotes(report.conversion) + report.netOfShows.map(\.remark)
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

/// How much of what is credited to shows stands on what; `nil` if the sales name all their shows.
private func basesNote(_ sales: MarketReport.Sales) -> String? {
  guard !sales.bases.isEmpty, Set(sales.bases.keys) != [.sale] else { return nil }
  let parts = CreditBasis.allCases.compactMap { basis in
    sales.bases[basis].map { "\($0.shownText) rests on \(basis.text)" }
  }
  return "of the gross credited to shows in \(sales.all.currency.code), "
    + parts.joined(separator: ", ")
}

extension CreditBasis {
  /// What it is, in the plural.
  fileprivate var text: String {
    switch self {
    case .credit: "recorded credits"
    case .sale: "sales that name their show"
    case .rule: "the rule"
    case .ruleOfUnknownChannel: "the rule, of sales whose channel is not known"
    }
  }
}

extension CreditRule {
  /// That it was used, in a sentence.
  var remark: String {
    "sales without a show are credited by rule \(quoted(description)) to the show that started "
      + "last; a recorded credit takes precedence"
  }
}

/// How amounts were converted, and what was left out, one sentence each.
func conversionNotes(_ conversion: ReportConversion?) -> [String] {
  guard let conversion else { return [] }
  let days = conversion.firstDay.map { first in
    conversion.lastDay.map { first == $0 ? " of \(first)" : " of \(first) to \($0)" } ?? ""
  }
  let how =
    "each amount is converted to \(conversion.currency.code) at the last exchange rate known on "
    + "its day, at most \(ExchangeRates.maximumAge) days old"
    + (days.map { "; exchange rates\($0) from \(conversion.sources.joined(separator: ", "))" }
      ?? "")
  return [how]
    + conversion.gaps.map { gap in
      let figures = SaleFigures(gap.totals)
      return "left out: net \(figures.net.shownText) \(figures.currency.code), "
        + "\(grouped(figures.lines)) line\(figures.lines == 1 ? "" : "s"): \(gap.reason)"
    }
}

extension NetOfShows {
  /// By how much the net of the report differs from that of its shows, and why.
  var remark: String {
    func text(_ money: Money) -> String { "\(money.shownText) \(money.currency.code)" }
    let parts = [
      uncredited.micros == 0 ? nil : "\(text(uncredited)) is credited to no show",
      // Of converted amounts, a millionth is left by rounding.
      datedOtherwise.micros.magnitude < 1000
        ? nil
        : "\(text(datedOtherwise)) is dated otherwise: sales and returns of the shows outside the "
          + "period are not in it, those of other shows inside it are",
    ]
    return "the net of the shows adds up to \(text(shows)), and the report's is \(text(report)); "
      + parts.compactMap(\.self).joined(separator: "; ")
  }
}
