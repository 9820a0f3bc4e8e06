/// A week in which the sales of some shows of a market are not known.
public struct CoverageGap: Equatable, Sendable {
  /// The market.
  public let market: Market.Code
  /// The week by ISO 8601, such as `2022-W01`, in the zone of the market.
  public let week: String
  /// How many shows start in it.
  public let shows: Int
  /// The shows among them whose sales are not known.
  public let unknown: UnknownSales

  /// The weeks of a market with shows whose sales are not known, the earliest first.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public static func gaps(
    of market: Market, in ledger: any Ledger, zone: TimeZone, asOf entry: Int64?,
    credit: CreditRule?
  ) throws(LedgerError) -> [CoverageGap] {
    let shows = try ledger.coveredTotals(
      of: market,
      TotalsRequest(market: market.code, period: .always, asOf: entry, credit: credit)
    ).events
    let weeks = Dictionary(grouping: shows) { Grouping.week.key(at: $0.event.startsAt, zone) }
    return weeks.sorted { $0.key < $1.key }.compactMap { week, shows in
      UnknownSales(shows, zone).map {
        CoverageGap(market: market.code, week: week.label, shows: shows.count, unknown: $0)
      }
    }
  }
}

/// Shows whose sales are not known.
public struct UnknownSales: Equatable, Sendable {
  /// How many they are.
  public let shows: Int
  /// The day on which the first of them starts.
  public let first: CalendarDay
  /// The day on which the last of them starts.
  public let last: CalendarDay
  /// Why they are not known, without repetition.
  public let reasons: [SalesGap]

  /// Those among some shows; `nil` if there are none.
  ///
  /// `zone`: the time zone that decides the days.
  init?(_ shows: [EventTotals], _ zone: TimeZone) {
    var reasons: [SalesGap] = []
    var days: [CalendarDay] = []
    for show in shows {
      guard case .unknown(let gap) = show.knowledge else { continue }
      days.append(zone.day(of: show.event.startsAt))
      if !reasons.contains(gap) { reasons.append(gap) }
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    self.init(shows: days.count, first: first, last: last, reasons: reasons)
  }

  /// Creates what is known of such shows.
  public init(shows: Int, first: CalendarDay, last: CalendarDay, reasons: [SalesGap]) {
    self.shows = shows
    self.first = first
    self.last = last
    self.reasons = reasons
  }
}
