/// A time of day that is said of a show, such as `20:15`.
public struct ShowClock: Equatable, Sendable {
  private let millisecondOfDay: Int

  /// Reads `20:15`, `9:05` or `20:15:30`; `nil` for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].utf8.count) else { return nil }
    var numbers: [Int] = []
    for (place, part) in parts.enumerated() {
      guard place == 0 || part.utf8.count == 2,
        part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part), number < (place == 0 ? 24 : 60)
      else { return nil }
      numbers.append(number)
    }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    millisecondOfDay = seconds * 1000
  }

  /// The instant at which the clocks of a zone show it that is in the show, or else nearest to it.
  ///
  /// A show may cross midnight; without an end, the nearest to its start is meant.
  ///
  /// - Throws: ``TimeError`` if the clocks were changed, and show it twice or never.
  public func instant(of show: Event, in zone: TimeZone) throws(TimeError) -> Instant {
    let first = zone.day(of: show.startsAt).daysSince1970 - 1
    let last = zone.day(of: show.endsAt ?? show.startsAt).daysSince1970 + 1
    var nearest: (distance: Int64, reading: Result<Instant, TimeError>)?
    for number in first...last {
      guard let day = CalendarDay(daysSince1970: number),
        let civil = CivilTime(day: day, millisecondOfDay: millisecondOfDay)
      else { continue }
      // A time that the clocks show twice or never is about as far from midnight all the same.
      var about = zone.start(of: day).milliseconds + Int64(millisecondOfDay)
      let reading: Result<Instant, TimeError>
      do throws(TimeError) {
        let instant = try zone.instant(of: civil)
        about = instant.milliseconds
        reading = .success(instant)
      } catch { reading = .failure(error) }
      let start = show.startsAt.milliseconds
      let end = (show.endsAt ?? show.startsAt).milliseconds
      let distance = about < start ? start - about : max(0, about - end)
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (distance, reading) }
    }
    guard let nearest else { throw .outsideYears("\(show.startsAt)") }
    return try nearest.reading.get()
  }
}
