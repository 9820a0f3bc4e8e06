/// The groups of time in which refunds with bounds may have been made.
struct SpannedTime {
  private let grouping: Grouping?
  private let zone: TimeZone
  private let period: ReportPeriod
  private let range: InstantRange
  /// Those of many orders end with one import, and so are few.
  private var sums: [Stretch: [SaleTotals]] = [:]

  private struct Stretch: Hashable {
    /// Days since 1970, or quarters of an hour where groups are hours.
    let first: Int64
    let last: Int64
  }

  /// `request`: a report that is grouped by time, or by something else.
  init(_ request: MarketReport.Request) {
    grouping = request.grouping.flatMap { $0.isOfTime ? $0 : nil }
    period = request.period
    range = period.range
    zone = period.zone
  }

  /// Adds what refunds are in the whole period.
  mutating func add(_ part: SaleTotals, from notBefore: Instant, to at: Instant) {
    guard grouping != nil else { return }
    let first = max(notBefore, range.start ?? notBefore)
    let end = range.end.flatMap { Instant(milliseconds: $0.milliseconds - 1) } ?? at
    let stretch = Stretch(first: place(of: first), last: place(of: min(at, end)))
    sums[stretch] = ((sums[stretch] ?? []) + [part]).byCurrency()
  }

  /// What is in each group: whole where a refund is in no other one, else possible.
  var groups: [(key: GroupKey, totals: SaleTotals)] {
    sums.flatMap { stretch, sums in
      let keys = keys(stretch)
      return keys.flatMap { key in
        sums.map { (key, keys.count > 1 ? $0.asPossible : $0) }
      }
    }
  }

  private func place(of instant: Instant) -> Int64 {
    if grouping == .hour { return instant.quarter }
    return zone.day(of: instant).daysSince1970
  }

  private func keys(_ stretch: Stretch) -> Set<GroupKey> {
    guard let grouping else { return [] }
    if grouping == .hour {
      // A day and an hour have all hours, also where the clocks are set back.
      let last = min(stretch.last, stretch.first + 100)
      return Set((stretch.first...last).map { grouping.key(at: Instant(quarter: $0), zone) })
    }
    let last = grouping == .weekday ? min(stretch.last, stretch.first + 6) : stretch.last
    return Set(
      (stretch.first...last).compactMap { day in
        CalendarDay(daysSince1970: day).map { grouping.key(at: zone.start(of: $0), zone) }
      })
  }
}
