import LedgerCore
import SQLiteStorage

extension SQLiteLedger {
  /// The last entry that counts as of a number, the end of a day, or a time.
  ///
  /// - Throws: ``LedgerError``
  func lastEntry(asOf text: String, _ zone: TimeZone) throws(LedgerError) -> Int64 {
    if let number = Int64(text) {
      let last = try entries(limit: 1).first?.number ?? 0
      guard (0...last).contains(number) else { throw .unknownEntry(number, last: last) }
      return number
    }
    if let day = CalendarDay(text) {
      let next = CalendarDay(daysSince1970: day.daysSince1970 + 1).map(zone.start(of:))
      let end = next.flatMap { Instant(milliseconds: $0.milliseconds - 1) } ?? .latest
      return try lastEntry(at: end) ?? 0
    }
    let instant: Instant
    do { instant = try TimeFormat.iso8601.instant(text, zone: zone) } catch {
      throw .time(field: "as of", value: text, error: error)
    }
    return try lastEntry(at: instant) ?? 0
  }
}
