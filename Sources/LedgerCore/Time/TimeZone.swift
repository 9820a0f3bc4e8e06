/// A region's clock: its offset from UTC at each instant of the years 0001 to 9999.
public struct TimeZone: Hashable, Sendable {
  /// The name in the time zone database, `UTC`, or an offset as in `+05:45`.
  public let name: String
  let offsets: OffsetTable

  /// Coordinated Universal Time.
  public static let utc = TimeZone(name: "UTC", offsets: OffsetTable(fixed: 0))

  /// Reads a zone from a compiled file of the time zone database (TZif 1 to 4, RFC 9636).
  ///
  /// - Parameters:
  ///   - name: the zone's name, as messages show it.
  ///   - tzif: the whole file.
  /// - Throws: `TimeZoneError` if the file is not complete and consistent, or counts leap seconds.
  public init(name: String, tzif: [UInt8]) throws(TimeZoneError) {
    do throws(TimeZoneError.Reason) {
      self.init(name: name, offsets: try ZoneFileReader.read(tzif))
    } catch {
      throw TimeZoneError(zone: name, reason: error)
    }
  }

  /// A clock that is always this many seconds east of UTC; nil from 16 hours on.
  public init?(offset seconds: Int) {
    guard seconds > -57_600, seconds < 57_600 else { return nil }
    self.init(
      name: seconds == 0 ? "UTC" : UTCOffset.text(seconds), offsets: OffsetTable(fixed: seconds))
  }

  /// The fixed zone written as `Z`, `+01`, `+0100` or `+01:00`; nil for any other text.
  public init?(offset text: String) {
    let bytes = text.utf8Span.span
    guard let (seconds, end) = UTCOffset.read(bytes, at: 0), end == bytes.count, let seconds else {
      return nil
    }
    self.init(offset: seconds)
  }

  init(name: String, offsets: OffsetTable) {
    self.name = name
    self.offsets = offsets
  }

  /// How many seconds the zone's clock is ahead of UTC at an instant; east is positive.
  public func offset(at instant: Instant) -> Int {
    offsets.offset(at: instant.milliseconds.dividedDown(by: 1000).quotient)
  }

  /// What the zone's clock shows at this instant.
  public func civil(_ instant: Instant) -> CivilTime {
    CivilTime(localMilliseconds: instant.milliseconds + Int64(offset(at: instant)) * 1000)
  }

  /// The date in the zone at this instant.
  public func day(of instant: Instant) -> CalendarDay {
    civil(instant).day
  }

  /// The one instant at which the zone's clock shows a date and time.
  ///
  /// - Throws: `TimeError.skipped` if the clock was set forward past it, `.repeated` if it was set
  ///   back and showed it twice, `.outsideYears` if the instant is not in the years 0001 to 9999.
  public func instant(of civil: CivilTime) throws(TimeError) -> Instant {
    let local = civil.localMilliseconds
    switch offsets.reading(local.dividedDown(by: 1000).quotient) {
    case .once(let offset):
      guard let instant = Instant(milliseconds: local - Int64(offset) * 1000) else {
        throw .outsideYears(civil.description)
      }
      return instant
    case .repeated(let earlier, let later):
      throw .repeated(civil, zone: name, earlierOffset: earlier, laterOffset: later)
    case .skipped(let change, let before, let after):
      throw .skipped(
        civil, zone: name,
        from: CivilTime(localMilliseconds: (change + Int64(before)) * 1000),
        to: CivilTime(localMilliseconds: (change + Int64(after)) * 1000))
    }
  }

  /// The first instant of a day in the zone.
  ///
  /// This is midnight, the first of two midnights, or, if the clock was set forward past midnight,
  /// the instant when that happened. A day that was left out altogether (2011-12-30 in
  /// Pacific/Apia) starts when the next one does. No day starts before `Instant.earliest` or after
  /// `Instant.latest`.
  public func start(of day: CalendarDay) -> Instant {
    let midnight = day.daysSince1970 * 86_400
    let second =
      switch offsets.reading(midnight) {
      case .once(let offset): midnight - Int64(offset)
      case .repeated(let earlier, _): midnight - Int64(earlier)
      case .skipped(let change, _, _): change
      }
    return Instant(clamping: second * 1000)
  }

  /// Hashes the name and the number of changes; hashing the changes would take too long.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(offsets.changes.count)
  }
}
