/// All memberships of one person in a market's programme, on whatever platforms.
///
/// Contracts that follow each other without a gap, or that overlap, are one time as a member.
struct CreatorMemberships {
  /// The name.
  let creator: String
  private let memberships: [Membership]

  fileprivate init(creator: String, _ memberships: [Membership]) {
    self.creator = creator
    self.memberships = memberships
  }

  /// The first day on which they joined.
  var firstJoined: CalendarDay { memberships.map(\.joined).min() ?? .earliest }

  /// Whether they are a member on a day.
  func isActive(on day: CalendarDay) -> Bool { memberships.contains { $0.isActive(on: day) } }

  /// The days on which they became a member, without having been one the day before.
  var joinings: Set<CalendarDay> {
    Set(memberships.map(\.joined)).filter { day in
      CalendarDay(daysSince1970: day.daysSince1970 - 1).map { !isActive(on: $0) } ?? true
    }
  }

  /// How they left: the ends after which they were no member.
  var leavings: [Membership.Leaving] {
    memberships.compactMap(\.leaving).filter { !isActive(on: $0.day) }
  }
}

extension [Membership] {
  /// The memberships of each person, by name.
  var byCreator: [CreatorMemberships] {
    Dictionary(grouping: self, by: \.creator).map { CreatorMemberships(creator: $0, $1) }
      .sorted { $0.creator < $1.creator }
  }
}
