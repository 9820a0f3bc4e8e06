import LedgerCore

/// The rows of the tables of zones, which the program fills: they are no facts.
package enum ZoneRows {
  /// The tables, in which each row follows from the program's release of the tz database.
  package static var tables: [any Table.Type] {
    [ZoneTable.self, ZoneClockTable.self, ZoneReleaseTable.self, PrincipalZoneTable.self]
  }

  /// Whether a release is older than that of the program; one that is not known is not.
  package static func isOlder(_ release: String?) -> Bool {
    release.map { $0 < ZoneDatabase.release } ?? false
  }

  /// The statements that empty them.
  package static let removal = """
    DELETE FROM zone; DELETE FROM zone_clock; DELETE FROM zone_release; DELETE FROM principal_zone;
    """

  /// The statements that fill them.
  package static let script: String = {
    var (names, settings): ([String], [String]) = ([], [])
    for (clock, kept) in KeptClock.all.enumerated() {
      names += kept.names.map { "('\($0)',\(clock))" }
      settings += kept.changes.map { "(\(clock),\($0.second)000,\($0.offset))" }
      settings.append("(\(clock),\(KeptClock.end)000,NULL)")
    }
    // Offsets, which a market's zone can be set to as well: their clocks are never set.
    for quarter in -63...63 {
      let clock = 10_000 + quarter
      settings.append("(\(clock),\(Instant.earliest.milliseconds),\(quarter * 900))")
      names += spellings(quarter).map { "('\($0)',\(clock))" }
    }
    let zones = PrincipalZone.all.map {
      "('\($0.market)','\($0.zone.name)',\($0.zone.isAssumed ? 1 : 0))"
    }
    return """
      INSERT INTO zone VALUES \(names.joined(separator: ","));
      INSERT INTO zone_clock VALUES \(settings.joined(separator: ","));
      INSERT INTO principal_zone VALUES \(zones.joined(separator: ","));
      INSERT INTO zone_release VALUES (1,'\(ZoneDatabase.release)');
      """
  }()

  /// How an offset of quarters of an hour may be written.
  private static func spellings(_ quarter: Int) -> [String] {
    func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (digits(abs(quarter) / 4), digits(abs(quarter) % 4 * 15))
    let signs = quarter == 0 ? ["+", "-"] : quarter < 0 ? ["-"] : ["+"]
    return signs.flatMap { sign in
      ["\(sign)\(hours):\(minutes)", "\(sign)\(hours)\(minutes)"]
        + (quarter % 4 == 0 ? ["\(sign)\(hours)"] : [])
    } + (quarter == 0 ? ["Z"] : [])
  }
}
