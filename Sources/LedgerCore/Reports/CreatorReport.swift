/// Who joined a market's programme, stayed and left, and what the creators of its events came to.
public struct CreatorReport: Equatable, Sendable {
  /// Why creators left, and how many.
  public struct Reason: Equatable, Sendable {
    /// As it was stated; `nil` where it was not.
    public let text: String?
    /// Memberships that ended for it.
    public let count: Int
  }

  /// The market.
  public let market: Market
  /// The days that it is about.
  public let period: ReportPeriod
  /// The last day that it knows of.
  public let through: CalendarDay
  /// Different creators who are members on that day.
  public let active: Int
  /// Memberships that begin in the period.
  public let joined: Int
  /// Memberships that end in the period.
  public let left: Int
  /// Those who first joined in a month of the period, by month.
  public let cohorts: [CreatorCohort]
  /// Why those of the period left, the most frequent first and none stated last.
  public let reasons: [Reason]
  /// How many creators appear in the period's events.
  public let creatorCount: Int
  /// The first of them, by gross in the market's currency, then views, events and name.
  public let lines: [CreatorAppearances]
  /// What the first one, three and ten of them have together.
  public let top: [CreatorConcentration]
  /// Who appears in the period's events and has no membership of the market, by name.
  public let strangers: [String]
  /// How many events start in the period.
  public let eventCount: Int
  /// How many of them name no creator.
  public let eventsWithoutCreator: Int

  /// Draws up a report.
  ///
  /// `through`: the last day that is known: the last of the period, or today.
  /// `events`: those that start in the period, with their totals.
  /// `limit`: the most creators to list; `nil` for all.
  public init(
    market: Market, period: ReportPeriod, through: CalendarDay, memberships: [Membership],
    events: [EventTotals], limit: Int?
  ) {
    self.market = market
    self.period = period
    self.through = through
    let known = memberships.filter { $0.joined <= through }
    func isInPeriod(_ day: CalendarDay) -> Bool {
      day <= through && (period.from.map { $0 <= day } ?? true)
    }
    let leavings = known.compactMap(\.leaving).filter { isInPeriod($0.day) }
    active = Set(known.filter { $0.isActive(on: through) }.map(\.creator)).count
    joined = known.count { isInPeriod($0.joined) }
    left = leavings.count
    reasons = Self.reasons(leavings)
    cohorts = CreatorCohort.all(known, through: through, isIn: isInPeriod)
    let appearances = CreatorAppearances.all(
      events, memberships: known, through: through, currency: market.currency)
    creatorCount = appearances.count
    lines = Array(appearances.prefix(limit ?? .max))
    top = CreatorConcentration.all(appearances, events)
    strangers = appearances.filter { $0.standing == .stranger }.map(\.creator).sorted()
    eventCount = events.count
    eventsWithoutCreator = events.count { $0.event.creators.isEmpty }
  }

  private static func reasons(_ leavings: [Membership.Leaving]) -> [Reason] {
    let groups = Dictionary(grouping: leavings, by: \.reason)
    let stated = groups.compactMap { text, leavings in
      text.map { Reason(text: $0, count: leavings.count) }
    }.sorted { ($1.count, $0.text ?? "") < ($0.count, $1.text ?? "") }
    let unstated = groups[nil].map { [Reason(text: nil, count: $0.count)] } ?? []
    return stated + unstated
  }
}
