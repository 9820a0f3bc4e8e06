public import LedgerCore

extension Book {
  /// What days and which state of a book a report is asked for.
  struct Span {
    let period: ReportPeriod
    /// The last entry that counts; `nil` for all.
    let entry: Int64?
    /// The time by which it is judged.
    let now: Instant
    /// The setting that names the zone of the days.
    let setting: SettingRecord?
  }

  /// The last entry that counts as of a number, the end of a day, or a time; 0 before the first.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/time(field:value:error:)``
  public func lastEntry(asOf text: String, _ zone: TimeZone) throws(LedgerError) -> Int64 {
    try moment(asOf: text, zone).entry
  }

  /// The last entry that counts, if a past one is asked for.
  func lastEntry(asOf text: String?, in zone: TimeZone) throws(LedgerError) -> Int64? {
    guard let text else { return nil }
    return try lastEntry(asOf: text, zone)
  }

  /// The last entry that counts, if a past one is asked for, and the time by which a report on it
  /// is judged: what was known in the past is judged by the clock of that time.
  func moment(
    asOf text: String?, in zone: TimeZone
  ) throws(LedgerError) -> (entry: Int64?, now: Instant) {
    guard let text else { return (nil, clock.now()) }
    let (entry, now) = try moment(asOf: text, zone)
    return (entry, now)
  }

  /// The last entry as of an entry's number, a day or a time, and the time that this stands for.
  ///
  /// It is when the entry was recorded, the end of the day, or the time, but not later than now.
  private func moment(
    asOf text: String, _ zone: TimeZone
  ) throws(LedgerError) -> (entry: Int64, now: Instant) {
    if let number = Int64(text) {
      let last = try ledger.entries(limit: 1).first?.number ?? 0
      guard (0...last).contains(number) else { throw .unknownEntry(number, last: last) }
      return (number, try ledger.entry(number)?.draft.recordedAt ?? clock.now())
    }
    laterEntriesOfRequest = try laterEntries()
    let instant: Instant
    if let day = CalendarDay(text) {
      let next = CalendarDay(daysSince1970: day.daysSince1970 + 1).map(zone.start(of:))
      instant = next.flatMap { Instant(milliseconds: $0.milliseconds - 1) } ?? .latest
    } else {
      do { instant = try TimeFormat.iso8601.instant(text, zone: zone) } catch {
        throw .time(field: "as of", value: text, error: error)
      }
    }
    return (try ledger.lastEntry(at: instant) ?? 0, min(instant, clock.now()))
  }

  /// The state of the book as of an entry; `nil` for now.
  func state(asOf entry: Int64?) throws(LedgerError) -> Report.Book {
    let last = if let entry { try ledger.entry(entry) } else { try ledger.entries(limit: 1).first }
    return Report.Book(lastEntry: last, isPast: entry != nil)
  }
}
