import LedgerCore
import Testing

/// A verdict of each kind, by the criteria of the policy that ships.
enum Readinesses {
  private typealias Known = (value: Double?, interval: Interval?, basis: String, size: Double)

  static func goOn() throws -> Readiness {
    try readiness(
      shows: 20, Books.current(),
      [
        (402.5, Interval(lower: 361.2, upper: 448), "20 shows", 20),
        (0.0521, Interval(lower: 0.0457, upper: 0.0602), "20 shows, 48,210 clicks", 20),
        (1310.4, Interval(lower: 1102.35, upper: 1544.7), "20 shows", 20),
        (1.12, Interval(lower: 0.97, upper: 1.31), "10 newer and 10 older shows", 20),
        (0.061, Interval(lower: 0.044, upper: 0.083), "16 shows", 16),
        (0.82, Interval(lower: 0.7012, upper: 0.8983), "50 creators", 50),
        (0.95, Interval(lower: 0.95, upper: 0.95), "3 targets whose period is over", 3),
        (0.41, Interval(lower: 0.38, upper: 0.4407), "2022-02, a panel, 900 people asked", 900),
        (0.074, Interval(lower: 0.0593, upper: 0.092), "2022-02, a panel, 900 people asked", 900),
      ])
  }

  static func wait() throws -> Readiness {
    try readiness(
      shows: 8, Books.current(),
      [
        (361.9, Interval(lower: 214.6, upper: 498.2), "7 shows", 7),
        (0.0518, Interval(lower: 0.0488, upper: 0.055), "5 shows, 8,264 clicks", 5),
        (1204.9, Interval(lower: 398.4, upper: 1702.2), "7 shows", 7),
        (nil, nil, "3 newer and 3 older shows", 7),
        (0.0347, nil, "4 shows", 4),
        (0.5, Interval(lower: 0.2152, upper: 0.7848), "8 creators", 8),
        (0.62, Interval(lower: 0.62, upper: 0.62), "2 targets whose period is over", 2),
        (0.3, Interval(lower: 0.2694, upper: 0.3327), "2022-01, a panel, 800 people asked", 800),
        (nil, nil, "no survey", 0),
      ])
  }

  static func stop() throws -> Readiness {
    try readiness(
      of: .germany, shows: 6, Books.past(),
      [
        (11.2, Interval(lower: 7.4, upper: 15.9), "6 shows", 6),
        (0.0011, Interval(lower: 0.0002, upper: 0.0057), "6 shows, 910 clicks", 6),
        (22, Interval(lower: 9.5, upper: 38), "6 shows", 6),
        (nil, nil, "3 newer and 3 older shows", 6),
        (0.52, Interval(lower: 0.44, upper: 0.61), "6 shows", 6),
        (0.2, Interval(lower: 0.0361, upper: 0.6245), "5 creators", 5),
        (nil, nil, "0 targets whose period is over", 0), (0.12, nil, "2022, a <panel>", 0),
        (nil, nil, "no survey", 0),
      ], [try Settings.record("policy", "ours.toml", entry: 8)])
  }

  static func withoutData() throws -> Readiness {
    let none: Known = (nil, nil, "0 shows", 0)
    return try readiness(shows: 0, Books.empty, Array(repeating: none, count: 9))
  }

  private static func readiness(
    of market: Market = .uk, shows: Int, _ book: Report.Book, _ known: [Known],
    _ settings: [SettingRecord] = []
  ) throws -> Readiness {
    let policy = try policy()
    try #require(known.count == policy.criteria.count)
    let findings = zip(policy.criteria, known).map { criterion, known in
      ReadinessFinding(
        criterion, value: known.value, interval: known.interval, basis: known.basis,
        size: known.size)
    }
    return Readiness(
      market: market, policy: policy, book: book, findings: findings, shows: shows,
      settings: settings)
  }

  private static func policy() throws -> ReadinessPolicy {
    let thresholds: [(ReadinessCriterion.Measure, Double, Double?)] = [
      (.audience, 100, 20), (.clickToOrder, 0.02, 0.002), (.gmvPerHour, 400, 50),
      (.gmvTrend, 0.9, 0.5), (.refundRate, 0.15, 0.4), (.creatorRetention, 0.6, 0.25),
      (.targetAttainment, 0.8, nil), (.awareness, 0.3, nil), (.adoption, 0.05, nil),
    ]
    return ReadinessPolicy(
      name: "default", version: 1, currency: .gbp, lastShows: 20,
      criteria: try thresholds.map { measure, pass, stop in
        try ReadinessCriterion(measure: measure, pass: pass, stop: stop, reason: nil)
      })
  }
}
