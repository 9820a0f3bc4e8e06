/// What a word for a zone means, as it stands next to a time: `PDT`, `UTC+1`, `Europe/London`.
public enum StatedZone: Hashable, Sendable {
  /// One clock.
  case zone(TimeZone)
  /// An abbreviation that several clocks have, and the offset that is meant, in seconds east of
  /// UTC, where nothing else says it.
  case shared([Clock], usual: Int?)

  /// One of the clocks that an abbreviation may mean.
  public struct Clock: Hashable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    /// How the names of the zones begin that have it.
    let area: String

    /// Whether a zone is one of those, or states an offset and no place.
    fileprivate func isOf(_ zone: TimeZone, at instant: Instant) -> Bool {
      zone.offset(at: instant) == offset
        && (zone.name.hasPrefix(area) || TimeZone(offset: zone.name) != nil)
    }
  }

  /// The meaning of an offset, an abbreviation or a name of the tz database; `nil` if the word is
  /// none of them.
  ///
  /// An offset may have `UTC` or `GMT` before it, and one digit: `UTC+1`, `GMT+05:30`.
  public init?(_ word: String) {
    let word = word.trimmed
    if let known = ZoneAbbreviations.meaning(of: word.uppercased()) {
      self = known
    } else if let zone = Self.offset(word) ?? ZoneDatabase.zone(word) {
      self = .zone(zone)
    } else {
      return nil
    }
  }

  /// The clocks that may be meant.
  public var clocks: [TimeZone] {
    switch self {
    case .zone(let zone): [zone]
    case .shared(let clocks, _): clocks.compactMap { TimeZone(offset: $0.offset) }
    }
  }

  /// The instant of a time next to this word.
  ///
  /// - Parameters:
  ///   - word: The word, for messages.
  ///   - zone: The zone that the time is in otherwise; of several clocks it says which is meant.
  ///   - reading: The instant by one clock.
  /// - Returns: the instant by the clock that is meant.
  /// - Throws: what `reading` throws, and `TimeError.ambiguousZone` if nothing says which is meant.
  public func instant(
    of word: String, in zone: TimeZone?,
    reading: (TimeZone) throws(TimeError) -> Instant
  ) throws(TimeError) -> Instant {
    switch self {
    case .zone(let clock): return try reading(clock)
    case .shared(let clocks, let usual):
      if let zone {
        for clock in clocks {
          guard let fixed = TimeZone(offset: clock.offset) else { continue }
          let instant = try reading(fixed)
          if clock.isOf(zone, at: instant) { return instant }
        }
      }
      guard let usual, let clock = TimeZone(offset: usual) else {
        throw .ambiguousZone(word, offsets: clocks.map(\.offset))
      }
      return try reading(clock)
    }
  }

  private static func offset(_ word: String) -> TimeZone? {
    var rest = word.uppercased().utf8[...]
    for prefix in ["UTC", "GMT"] where rest.starts(with: prefix.utf8) { rest = rest.dropFirst(3) }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = rest.dropFirst()
    let hours = digits.prefix { $0 != UInt8(ascii: ":") }.count
    let padding = hours == 1 || hours == 3 ? "0" : ""
    return TimeZone(
      offset: String(Unicode.Scalar(sign)) + padding + String(decoding: digits, as: UTF8.self))
  }
}

/// The abbreviations that files have for zones.
enum ZoneAbbreviations {
  static func meaning(of word: String) -> StatedZone? { meanings[word] }

  private static let meanings: [String: StatedZone] = {
    var meanings: [String: StatedZone] = [:]
    for (hours, words) in single {
      guard let zone = TimeZone(offset: Int(hours * 3600)) else { continue }
      for word in words.split(separator: " ") { meanings[String(word)] = .zone(zone) }
    }
    for (word, isFirstUsual, clocks) in shared {
      let clocks = clocks.map { StatedZone.Clock(offset: Int($0.hours * 3600), area: $0.area) }
      meanings[word] = .shared(clocks, usual: isFirstUsual ? clocks.first?.offset : nil)
    }
    return meanings
  }()

  /// Hours east of UTC.
  private static let single: [(hours: Double, words: String)] = [
    (-10, "HST"), (-9, "AKST"), (-8, "AKDT"), (-7, "PDT"), (-6, "MDT"), (-5, "PET COT"),
    (-4, "CLT"), (-3.5, "NST"), (-3, "ADT ART BRT CLST UYT"), (-2.5, "NDT"),
    (0, "UTC GMT UT Z WET"), (1, "CET MEZ WEST WAT"), (2, "CEST MESZ EET SAST CAT"),
    (3, "EEST MSK TRT EAT"), (5, "PKT"), (5.75, "NPT"), (6.5, "MMT"), (7, "ICT WIB"),
    (8, "HKT SGT MYT PHT WITA AWST"), (9, "JST KST WIT"), (9.5, "ACST"), (10, "AEST"),
    (10.5, "ACDT"), (11, "AEDT"), (12, "NZST"), (13, "NZDT"),
  ]

  /// Those of several clocks, and whether nearly all files mean the first.
  private static let shared:
    [(word: String, isFirstUsual: Bool, clocks: [(hours: Double, area: String)])] = [
      ("EST", true, [(-5, "America/"), (10, "Australia/")]),
      ("EDT", true, [(-4, "America/"), (11, "Australia/")]),
      ("CST", false, [(-6, "America/"), (8, "Asia/"), (-5, "America/Havana")]),
      ("CDT", true, [(-5, "America/"), (-4, "America/Havana")]),
      ("PST", true, [(-8, "America/"), (8, "Asia/Manila")]),
      ("MST", true, [(-7, "America/"), (8, "Asia/Ku")]),
      ("BST", true, [(1, "Europe/"), (6, "Asia/Dhaka")]),
      ("IST", false, [(5.5, "Asia/"), (1, "Europe/Dublin"), (2, "Asia/")]),
      ("AST", true, [(-4, "America/"), (3, "Asia/")]),
      ("GST", true, [(4, "Asia/"), (-2, "Atlantic/")]),
      ("SST", false, [(-11, "Pacific/"), (8, "Asia/Singapore")]),
      ("AMT", false, [(-4, "America/"), (4, "Asia/")]),
    ]
}
