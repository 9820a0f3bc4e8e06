/// A part of a pattern for times.
enum TimeToken: Hashable, Sendable {
  case year
  /// Two digits: 70 to 99 mean 1970 to 1999, 00 to 69 mean 2000 to 2069.
  case yearOfCentury
  case month(padded: Bool)
  case monthName(abbreviated: Bool)
  case day(padded: Bool)
  case hour(padded: Bool)
  case twelveHour(padded: Bool)
  case minute(padded: Bool)
  case second(padded: Bool)
  case millisecond
  case marker
  case weekday(abbreviated: Bool)
  case offset
  /// A word for a zone: `PDT`, `UTC+1`.
  case zoneWord
  /// One byte that must match exactly.
  case literal(UInt8)

  /// The token that a run of letters in a pattern stands for.
  init?(letters: String) {
    switch letters {
    case "yyyy": self = .year
    case "yy": self = .yearOfCentury
    case "MM", "M": self = .month(padded: letters.utf8.count == 2)
    case "MMM", "MMMM": self = .monthName(abbreviated: letters.utf8.count == 3)
    case "dd", "d": self = .day(padded: letters.utf8.count == 2)
    case "HH", "H": self = .hour(padded: letters.utf8.count == 2)
    case "hh", "h": self = .twelveHour(padded: letters.utf8.count == 2)
    case "mm", "m": self = .minute(padded: letters.utf8.count == 2)
    case "ss", "s": self = .second(padded: letters.utf8.count == 2)
    case "SSS": self = .millisecond
    case "a": self = .marker
    case "EEE", "EEEE": self = .weekday(abbreviated: letters.utf8.count == 3)
    case "XXX": self = .offset
    case "z": self = .zoneWord
    default: return nil
    }
  }

  /// What the token gives of the time; a pattern may give it once.
  enum Field: String {
    case year, month, day, hour, minute, second, millisecond, marker, weekday, offset
  }

  /// Nil for a literal.
  var field: Field? {
    switch self {
    case .year, .yearOfCentury: .year
    case .month, .monthName: .month
    case .day: .day
    case .hour, .twelveHour: .hour
    case .minute: .minute
    case .second: .second
    case .millisecond: .millisecond
    case .marker: .marker
    case .weekday: .weekday
    case .offset, .zoneWord: .offset
    case .literal: nil
    }
  }

  /// How many digits the token may have; nil if it is not a number.
  var digits: ClosedRange<Int>? {
    switch self {
    case .year: 4...4
    case .millisecond: 3...3
    case .yearOfCentury: 2...2
    case .month(let padded), .day(let padded), .hour(let padded), .twelveHour(let padded),
      .minute(let padded), .second(let padded):
      padded ? 2...2 : 1...2
    case .monthName, .marker, .weekday, .offset, .zoneWord, .literal: nil
    }
  }

  /// Whether it ends where its digits end, so that no digit may follow directly.
  var isOpenEnded: Bool {
    if self == .offset || self == .zoneWord { return true }
    return digits.map { $0.lowerBound < $0.upperBound } ?? false
  }

  var startsWithDigit: Bool {
    if case .literal(let byte) = self { return byte &- UInt8(ascii: "0") <= 9 }
    return digits != nil
  }
}
