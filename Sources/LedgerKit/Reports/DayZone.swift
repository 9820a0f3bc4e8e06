import LedgerCore

/// The zone of a market's days, and why it is that one.
struct DayZone {
  let zone: TimeZone
  let basis: ReportPeriod.Basis
  /// The setting that names it.
  var setting: SettingRecord?
}

extension Book {
  /// What was assumed about the zones of markets, a sentence each.
  public var assumptions: [String] {
    assumedZones.sorted { $0.key < $1.key }.map { market, zone in
      ReportPeriod.assumption(zone: zone, market: market)
    }
  }

  /// In which zones local times of files were read that neither state one nor were given one, and
  /// why; `nil` where there were none.
  public var marketZoneRemark: String? {
    let used = principalZones.sorted { $0.key < $1.key }.map { "\($0) \($1)" }
    guard !used.isEmpty else { return nil }
    return "times without a zone were read by the clocks of their market: "
      + used.joined(separator: ", ")
  }
}
