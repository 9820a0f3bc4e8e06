/// Reads a text according to a pattern.
struct TimePatternReader {
  private let pattern: TimePattern
  private var position = 0
  private var fields = TimeFields()
  private var isAfternoon: Bool?
  private var weekday: Weekday?

  static func instant(
    _ bytes: Span<UInt8>, pattern: TimePattern, zone: TimeZone?
  ) throws(TimeError) -> Instant {
    var reader = TimePatternReader(pattern: pattern)
    for token in pattern.tokens { try reader.read(token, of: bytes) }
    guard reader.position == bytes.count else {
      throw reader.mismatch("the end", in: bytes)
    }
    return try reader.instant(zone: zone, text: bytes)
  }

  private init(pattern: TimePattern) {
    self.pattern = pattern
  }

  private mutating func read(_ token: TimeToken, of bytes: Span<UInt8>) throws(TimeError) {
    switch token {
    case .literal(let byte):
      guard position < bytes.count, bytes[position] == byte else {
        throw mismatch(
          (0x20..<0x7F).contains(byte)
            ? "\"\(Unicode.Scalar(byte))\"" : "the format's own text", in: bytes)
      }
      position += 1
    case .monthName(let abbreviated):
      let name = EnglishNames.month(bytes, at: position, abbreviated: abbreviated)
      guard let (number, end) = name else {
        throw mismatch("a month such as \(abbreviated ? "Dec" : "December")", in: bytes)
      }
      (fields.month, position) = (number, end)
    case .weekday(let abbreviated):
      let name = EnglishNames.weekday(bytes, at: position, abbreviated: abbreviated)
      guard let (number, end) = name else {
        throw mismatch("a day such as \(abbreviated ? "Wed" : "Wednesday")", in: bytes)
      }
      (weekday, position) = (Weekday(rawValue: number), end)
    case .marker:
      try readMarker(bytes)
    case .offset:
      guard let (offset, end) = UTCOffset.read(bytes, at: position) else {
        throw mismatch("an offset such as Z or +01:00", in: bytes)
      }
      guard let offset else { throw .noSuchOffset(bytes.excerpt) }
      (fields.offset, position) = (offset, end)
    default:
      try readNumber(token, of: bytes)
    }
  }

  private mutating func readNumber(
    _ token: TimeToken, of bytes: Span<UInt8>
  ) throws(TimeError) {
    guard let digits = token.digits else { return }
    var width = digits.upperBound
    var found = bytes.decimal(at: position, width: width)
    if found == nil, digits.lowerBound < width {
      width = digits.lowerBound
      found = bytes.decimal(at: position, width: width)
    }
    guard let number = found else {
      let field = token.field?.rawValue ?? "number"
      let count = digits.lowerBound < digits.upperBound ? "one or two" : "\(digits.upperBound)"
      throw mismatch("a \(field) of \(count) digits", in: bytes)
    }
    switch token {
    case .year: fields.year = number
    case .yearOfCentury: fields.year = number < 70 ? 2000 + number : 1900 + number
    case .month: fields.month = number
    case .day: fields.day = number
    case .minute: fields.minute = number
    case .second: fields.second = number
    case .millisecond: fields.millisecond = number
    case .twelveHour:
      guard number >= 1, number <= 12 else { throw .noSuchTwelveHour(number) }
      fields.hour = number % 12
    default: fields.hour = number
    }
    position += width
  }

  private mutating func readMarker(_ bytes: Span<UInt8>) throws(TimeError) {
    guard position + 2 <= bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else {
      throw mismatch("AM or PM", in: bytes)
    }
    switch bytes[position] | 0x20 {
    case UInt8(ascii: "a"): isAfternoon = false
    case UInt8(ascii: "p"): isAfternoon = true
    default: throw mismatch("AM or PM", in: bytes)
    }
    position += 2
  }

  private func instant(zone: TimeZone?, text: Span<UInt8>) throws(TimeError) -> Instant {
    var fields = fields
    if isAfternoon == true { fields.hour += 12 }
    if let weekday, let day = CalendarDay(year: fields.year, month: fields.month, day: fields.day),
      day.weekday != weekday
    {
      throw .wrongWeekday(day, stated: weekday)
    }
    return try fields.instant(zone: zone, text: text, offsetFits: pattern.hasOffset)
  }

  private func mismatch(_ expected: String, in bytes: Span<UInt8>) -> TimeError {
    bytes.mismatch(
      format: pattern.text.utf8Span.span.excerpt, expected: expected, at: position)
  }
}
