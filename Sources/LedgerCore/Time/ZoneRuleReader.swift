/// Reads the last line of a TZif file, a POSIX `TZ` string for the time after the listed changes.
///
/// Examples are `GMT0BST,M3.5.0/1,M10.5.0` and `<+0545>-5:45`. Times go from -167 to 167 hours (RFC
/// 9636, section 3.3.1). All functions return nil if the text does not have this form.
struct ZoneRuleReader {
  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The standard offset in seconds east of UTC and, if the clock changes twice a year, the rule.
  static func read(_ bytes: [UInt8]) -> (offset: Int, rule: DaylightRule?)? {
    var reader = ZoneRuleReader(bytes)
    return reader.zone()
  }

  private mutating func zone() -> (offset: Int, rule: DaylightRule?)? {
    // POSIX counts offsets west of Greenwich.
    guard designation(), let west = duration(hours: 24) else { return nil }
    guard position < bytes.count else { return (-west, nil) }
    guard designation() else { return nil }
    var daylightOffset = -west + 3600
    if let next, next != UInt8(ascii: ",") {
      guard let west = duration(hours: 24) else { return nil }
      daylightOffset = -west
    }
    guard take(","), let start = moment(), take(","), let end = moment(), position == bytes.count
    else { return nil }
    return (
      -west,
      DaylightRule(standardOffset: -west, daylightOffset: daylightOffset, start: start, end: end)
    )
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Three or more letters, or three or more letters, digits and signs in angle brackets.
  private mutating func designation() -> Bool {
    let quoted = take("<")
    let start = position
    while let byte = next {
      let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
      let isOther =
        byte &- UInt8(ascii: "0") <= 9 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      guard isLetter || (quoted && isOther) else { break }
      position += 1
    }
    guard position - start >= 3 else { return false }
    return !quoted || take(">")
  }

  private mutating func number(in range: ClosedRange<Int>) -> Int? {
    let start = position
    var number = 0
    while let byte = next, byte &- UInt8(ascii: "0") <= 9, position - start < 3 {
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
    }
    return position > start && range.contains(number) ? number : nil
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  private mutating func duration(hours limit: Int) -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard let hours = number(in: 0...limit) else { return nil }
    var seconds = hours * 3600
    if take(":") {
      guard let minutes = number(in: 0...59) else { return nil }
      seconds += minutes * 60
      if take(":") {
        guard let rest = number(in: 0...59) else { return nil }
        seconds += rest
      }
    }
    return sign * seconds
  }

  private mutating func moment() -> YearlyMoment? {
    guard let day = day() else { return nil }
    guard take("/") else { return YearlyMoment(day: day, second: 7200) }
    guard let second = duration(hours: 167) else { return nil }
    return YearlyMoment(day: day, second: second)
  }

  private mutating func day() -> YearlyMoment.Day? {
    if take("J") { return number(in: 1...365).map { .ofCommonYear($0) } }
    guard take("M") else { return number(in: 0...365).map { .ofYear($0) } }
    guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
      let weekday = number(in: 0...6)
    else { return nil }
    return .weekday(weekday, week: week, month: month)
  }
}
