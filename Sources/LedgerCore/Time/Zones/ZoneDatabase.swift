/// The tz database that the program has: all zones since 1970, and the rules from then on.
public enum ZoneDatabase {
  /// Its release, such as `2025b`.
  public static let release = ZoneData.release

  /// The names of all zones, in alphabetical order.
  public static let names: [String] = clockByName.keys.sorted()

  /// The zone of a name, such as `Europe/London`; `nil` if there is none.
  ///
  /// Before 1970 its clock is as it was on the first day of that year.
  public static func zone(_ name: String) -> TimeZone? {
    guard let clock = clockByName[name], let table = clock.table else { return nil }
    return TimeZone(name: name, offsets: table)
  }

  static let clocks = Array(ZoneData.parts.joined().utf8)
    .split(separator: UInt8(ascii: ";")).compactMap(WrittenClock.init)

  private static let clockByName = Dictionary(
    clocks.flatMap { clock in clock.names.map { ($0, clock) } }, uniquingKeysWith: { $1 })
}
