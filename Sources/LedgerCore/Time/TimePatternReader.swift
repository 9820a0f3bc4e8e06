/// Reads a text according to a pattern.
struct TimePatternReader {
  private let pattern: TimePattern
  private var position = 0
  /// That of the current token.
  private var place = 0
  private var fields = TimeFields()
  private var isAfternoon: Bool?
  private var weekday: Weekday?
  private var zoneWord: String?

  static func instant(
    _ bytes: Span<UInt8>, pattern: TimePattern, zone: TimeZone?, words: ZoneWords?
  ) throws(TimeError) -> Instant {
    var reader = TimePatternReader(pattern: pattern)
    for token in pattern.tokens {
      try reader.read(token, of: bytes)
      reader.place += 1
    }
    guard reader.position == bytes.count else {
      throw reader.mismatch("the end", in: bytes)
    }
    return try reader.instant(zone: zone, words: words, text: bytes)
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
      try readMonth(bytes, abbreviated: abbreviated)
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
    case .zoneWord:
      let end = Self.endOfZoneWord(bytes, from: position)
      guard end > position else { throw mismatch("a zone such as CET or UTC+1", in: bytes) }
      (zoneWord, position) = (bytes.extracting(position..<end).excerpt, end)
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
    if position + 2 <= bytes.count, bytes[position + 1] | 0x20 == UInt8(ascii: "m") {
      switch bytes[position] | 0x20 {
      case UInt8(ascii: "a"): isAfternoon = false
      case UInt8(ascii: "p"): isAfternoon = true
      default: throw mismatch("AM or PM", in: bytes)
      }
      position += 2
      return
    }
    guard let (isAfternoon, end) = WrittenNames.isAfternoon(bytes, at: position) else {
      throw mismatch("AM or PM", in: bytes)
    }
    (self.isAfternoon, position) = (isAfternoon, end)
  }

  /// An English name as long as the pattern has it, or any name in another language.
  private mutating func readMonth(
    _ bytes: Span<UInt8>, abbreviated: Bool
  ) throws(TimeError) {
    var name = EnglishNames.month(bytes, at: position, abbreviated: abbreviated)
    // More letters make another name: `Mar` is not all of `mars`.
    if name.map({ $0.end < bytes.count && Self.isLetter(bytes[$0.end]) }) ?? true {
      name = WrittenNames.month(bytes, at: position) ?? name
    }
    guard let (number, end) = name else {
      throw mismatch("a month such as \(abbreviated ? "Dec" : "December")", in: bytes)
    }
    (fields.month, position) = (number, end)
    // The point of an abbreviation.
    let dot = UInt8(ascii: ".")
    if position < bytes.count, bytes[position] == dot, bytes[position - 1] != dot,
      !pattern.tokens.indices.contains(place + 1) || pattern.tokens[place + 1] != .literal(dot)
    {
      position += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Letters, digits and what stands between them in names and offsets.
  private static func endOfZoneWord(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "/"):
        end += 1
      default: return end
      }
    }
    return end
  }

  private func instant(
    zone: TimeZone?, words: ZoneWords?, text: Span<UInt8>
  ) throws(TimeError) -> Instant {
    var fields = fields
    if isAfternoon == true { fields.hour += 12 }
    if let weekday, let day = CalendarDay(year: fields.year, month: fields.month, day: fields.day),
      day.weekday != weekday
    {
      throw .wrongWeekday(day, stated: weekday)
    }
    guard let zoneWord else {
      return try fields.instant(zone: zone, text: text, offsetFits: pattern.hasOffset)
    }
    guard let stated = words.map({ $0.meaning(of: zoneWord) }) ?? StatedZone(zoneWord) else {
      throw .unknownZone(zoneWord)
    }
    // A closure cannot take a span with it.
    let read = text.excerpt
    return try stated.instant(of: zoneWord, in: zone) { zone throws(TimeError) in
      try fields.instant(zone: zone, text: read.utf8Span.span, offsetFits: true)
    }
  }

  private func mismatch(_ expected: String, in bytes: Span<UInt8>) -> TimeError {
    bytes.mismatch(
      format: pattern.text.utf8Span.span.excerpt, expected: expected, at: position)
  }
}
