/// A market's creators: who joined the programme, stayed and left, and the results of their events.
public struct CreatorReport: Equatable, Sendable {
  /// A reason for leaving, and how many left for it.
  public struct Reason: Equatable, Sendable {
    /// The reason as it was stated; `nil` if it was not.
    public let text: String?
    /// How many different creators left for it.
    public let count: Int
  }

  /// The market.
  public let market: Market
  /// The days that the report covers.
  public let period: ReportPeriod
  /// The last day whose facts are known.
  public let through: CalendarDay
  /// The rule that credits sales without a show to one; `nil` for none.
  public let credit: CreditRule?
  /// How many different creators are members on that day.
  public let active: Int
  /// How many different creators joined in the period, having been no member the day before.
  public let joined: Int
  /// How many different creators left in the period, being no member afterwards.
  public let left: Int
  /// The creators who first joined in the period, by month.
  public let cohorts: [CreatorCohort]
  /// Why creators left in the period: the most frequent reason first, unstated ones last.
  public let reasons: [Reason]
  /// How many creators appear in the period's events.
  public let creatorCount: Int
  /// The first of them, by gross in the market's currency, then views, events and name.
  public let lines: [CreatorAppearances]
  /// The combined share of the top one, three and ten of them.
  public let top: [CreatorConcentration]
  /// The creators in the period's events who have no membership of the market, by name.
  public let strangers: [String]
  /// How many events start in the period.
  public let eventCount: Int
  /// How many of them name no creator.
  public let eventsWithoutCreator: Int

  /// Computes a report.
  ///
  /// `through`: the last day that is known: the last of the period, or today.
  /// `events`: the events that start in the period, with their totals.
  /// `credit`: the rule by which the totals credit sales without a show.
  /// `limit`: how many creators to list at most; `nil` for all.
  public init(
    market: Market, period: ReportPeriod, through: CalendarDay, memberships: [Membership],
    events: [EventTotals], credit: CreditRule? = nil, limit: Int?
  ) {
    self.market = market
    self.period = period
    self.through = through
    self.credit = credit
    let known = memberships.filter { $0.joined <= through }
    func isInPeriod(_ day: CalendarDay) -> Bool {
      day <= through && (period.from.map { $0 <= day } ?? true)
    }
    let people = known.byCreator
    active = people.count { $0.isActive(on: through) }
    joined = people.count { $0.joinings.contains(where: isInPeriod) }
    let leavings = people.map { $0.leavings.filter { isInPeriod($0.day) } }
    left = leavings.count { !$0.isEmpty }
    reasons = Self.reasons(leavings)
    cohorts = CreatorCohort.all(known, through: through, isIn: isInPeriod)
    let appearances = CreatorAppearances.all(
      events, memberships: known, through: through, currency: market.currency)
    creatorCount = appearances.count
    lines = Array(appearances.prefix(most(limit)))
    top = CreatorConcentration.all(appearances, events)
    strangers = appearances.filter { $0.standing == .stranger }.map(\.creator).sorted()
    eventCount = events.count
    eventsWithoutCreator = events.count { $0.event.creators.isEmpty }
  }

  /// `leavings`: those of each person.
  private static func reasons(_ leavings: [[Membership.Leaving]]) -> [Reason] {
    var counts: [String?: Int] = [:]
    for reason in leavings.flatMap({ Set($0.map(\.reason)) }) { counts[reason, default: 0] += 1 }
    let stated = counts.compactMap { text, count in text.map { Reason(text: $0, count: count) } }
      .sorted { ($1.count, $0.text ?? "") < ($0.count, $1.text ?? "") }
    return stated + (counts[nil].map { [Reason(text: nil, count: $0)] } ?? [])
  }
}
