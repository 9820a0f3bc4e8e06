import LedgerCore

/// Creators of the United Kingdom from October 2021 to March 2022.
enum CreatorReports {
  /// The first four of those who appear in shows; one left without a reason, two never joined.
  static func programme() throws -> CreatorReport {
    func member(
      _ name: String, _ joined: String, left: String? = nil, _ reason: String? = nil
    ) throws -> Membership {
      try Membership(
        market: Market.uk.code, creator: name, joined: day(joined), left: left.map(day),
        reason: reason)
    }
    return CreatorReport(
      market: .uk,
      period: try ReportPeriod(
        from: day("2021-10-01"), to: day("2022-03-31"), zone: Zones.london()),
      through: try day("2022-03-31"),
      memberships: [
        try member("Amy", "2021-11-22"),
        try member("Bob", "2021-11-29", left: "2022-01-25", "too many returns"),
        try member("Cat", "2021-12-06"),
        try member("Dan", "2021-12-13", left: "2022-02-14", "moved to <another> platform | app"),
        try member("Eve", "2022-01-10", left: "2022-03-21"),
        try member("Fay", "2022-01-17", left: "2022-02-01", "too many returns"),
        try member("Fay", "2022-03-01"),
      ], events: try (AutumnShows.all() + SpringShows.all()).map(\.totals), limit: 4)
  }

  /// A market without creators, on all days.
  static func empty() throws -> CreatorReport {
    CreatorReport(
      market: .germany, period: try ReportPeriod(from: nil, to: nil, zone: Zones.berlin()),
      through: try day("2022-04-10"), memberships: [], events: [], limit: nil)
  }
}
