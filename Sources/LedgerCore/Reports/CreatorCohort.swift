/// The creators who first joined a market's programme in the same month.
public struct CreatorCohort: Equatable, Sendable {
  /// How many of a cohort are members a number of months after each joined.
  public struct Retention: Equatable, Sendable {
    /// The number of months after joining.
    public let months: Int
    /// How many are members then, whether they stayed or came back.
    ///
    /// `nil` until that much time has passed for all of the cohort.
    public let active: Int?
  }

  /// The numbers of months after joining at which retention is computed.
  public static let milestones = [1, 2, 3, 6, 12]

  /// The month in which they joined.
  public let month: Period
  /// How many creators there are.
  public let size: Int
  /// How many are still members, at each of ``milestones``.
  public let retention: [Retention]

  /// The share of the cohort that is active, 0 to 1 with six decimals; `nil` if not known yet.
  public func share(_ retention: Retention) -> Decimal? {
    retention.active.flatMap { Decimal(Int128($0), of: Int128(size)) }
  }

  /// The cohorts of memberships, by month.
  ///
  /// A creator belongs to the month in which they first joined the market, on any platform.
  static func all(
    _ memberships: [Membership], through: CalendarDay, isIn: (CalendarDay) -> Bool
  ) -> [CreatorCohort] {
    var cohorts: [Period: [(joined: CalendarDay, memberships: [Membership])]] = [:]
    for ofCreator in Dictionary(grouping: memberships, by: \.creator).values {
      guard let joined = ofCreator.map(\.joined).min(), isIn(joined),
        let month = try? Period(String("\(joined)".prefix(7)))
      else { continue }
      cohorts[month, default: []].append((joined, ofCreator))
    }
    return cohorts.sorted { $0.key.first < $1.key.first }.map { month, creators in
      CreatorCohort(
        month: month, size: creators.count,
        retention: milestones.map { months in
          // A share of those for whom it is known would only describe those who joined early.
          let days = creators.compactMap { $0.joined.adding(months: months) }
          guard days.count == creators.count, days.allSatisfy({ $0 <= through }) else {
            return Retention(months: months, active: nil)
          }
          return Retention(
            months: months,
            active: zip(creators, days).count { creator, day in
              creator.memberships.contains { $0.isActive(on: day) }
            })
        })
    }
  }
}
