public import LedgerCore

extension Book {
  /// The last entry that counts as of a number, the end of a day, or a time; 0 before the first.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/time(field:value:error:)``
  public func lastEntry(asOf text: String, _ zone: TimeZone) throws(LedgerError) -> Int64 {
    if let number = Int64(text) {
      let last = try ledger.entries(limit: 1).first?.number ?? 0
      guard (0...last).contains(number) else { throw .unknownEntry(number, last: last) }
      return number
    }
    laterEntriesOfRequest = try laterEntries()
    if let day = CalendarDay(text) {
      let next = CalendarDay(daysSince1970: day.daysSince1970 + 1).map(zone.start(of:))
      let end = next.flatMap { Instant(milliseconds: $0.milliseconds - 1) } ?? .latest
      return try ledger.lastEntry(at: end) ?? 0
    }
    let instant: Instant
    do { instant = try TimeFormat.iso8601.instant(text, zone: zone) } catch {
      throw .time(field: "as of", value: text, error: error)
    }
    return try ledger.lastEntry(at: instant) ?? 0
  }

  /// The last entry that counts, if a past one is asked for.
  func lastEntry(asOf text: String?, in zone: TimeZone) throws(LedgerError) -> Int64? {
    guard let text else { return nil }
    return try lastEntry(asOf: text, zone)
  }

  /// The time by which a report is judged: what was known in the past is judged by the clock of
  /// that time.
  func now(asOf entry: Int64?) throws(LedgerError) -> Instant {
    guard let entry else { return clock.now() }
    return try ledger.entry(entry)?.draft.recordedAt ?? clock.now()
  }

  /// The state of the book as of an entry; `nil` for now.
  func state(asOf entry: Int64?) throws(LedgerError) -> Report.Book {
    let last = if let entry { try ledger.entry(entry) } else { try ledger.entries(limit: 1).first }
    return Report.Book(lastEntry: last, isPast: entry != nil)
  }
}
