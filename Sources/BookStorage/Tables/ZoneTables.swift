import LedgerCore
import Rows

/// The `zone` table: the names of time zones, each with its clock.
struct ZoneTable: Table {
  static let name = "zone"
  static let columns: [Column] = [
    .text("name", "name in the tz database, or an offset such as +05:45"),
    .integer("clock", "clock of the zone; zones that have kept the same time since 2010 share one"),
  ]
}

/// The `zone_clock` table: when clocks are set, and to which offset.
struct ZoneClockTable: Table {
  static let name = "zone_clock"
  static let columns: [Column] = [
    .integer("clock"), .integer("set_at", "start of the offset"),
    .integer(
      "offset_seconds", "offset from UTC; negative: behind UTC; null: not known", nullable: true),
  ]
  static let key = ["clock", "set_at"]
  static let statements = [selectChanges]

  private static let selectChanges = """
    SELECT set_at, offset_seconds
    FROM zone_clock
    WHERE clock = (SELECT clock FROM zone WHERE name = ?1) AND offset_seconds IS NOT NULL
    ORDER BY set_at
    """

  let session: any BookSession

  /// From which second since 1970 on a zone's clock was so many seconds ahead of UTC.
  func changes(of zone: String) throws(StorageError) -> [(second: Int64, offset: Int)] {
    try session.rows(Self.selectChanges, .text(zone)) { row throws(StorageError) in
      (second: try row.integer(0) / 1000, offset: Int(try row.integer(1)))
    }
  }
}

/// The `zone_release` table: the release of the tz database that a book has.
struct ZoneReleaseTable: Table {
  static let name = "zone_release"
  static let columns: [Column] = [
    .integer("id", "always 1"), .text("release", "release of the tz database, such as 2025b"),
  ]
  static let statements = [selectRelease]

  private static let selectRelease = "SELECT release FROM zone_release"

  let session: any BookSession

  func release() throws(StorageError) -> String? {
    try session.first(Self.selectRelease) { row throws(StorageError) in try row.text(0) }
  }
}

/// The `principal_zone` table: the zones of countries whose clocks differ.
struct PrincipalZoneTable: Table {
  static let name = "principal_zone"
  static let columns: [Column] = [
    .text("market"), .text("zone", "name of the zone in which most people live"),
    .integer("is_assumed", "1 if more than one in ten live by other clocks, else 0"),
  ]
}
