/// A length of time as exports write it.
enum DurationText {
  private static let units: [(names: [String], seconds: Int64)] = [
    (["d", "day", "days", "日"], 86_400),
    (["h", "hr", "hrs", "hour", "hours", "時間"], 3600),
    (["m", "min", "mins", "minute", "minutes", "分"], 60),
    (["s", "sec", "secs", "second", "seconds", "秒"], 1),
  ]

  /// Digits, perhaps with decimals: their number, and by which power of ten it is to be divided.
  private struct Number {
    var digits: Int128 = 0
    var divisor: Int128 = 1

    var isWhole: Bool { divisor == 1 }

    func micros(unit: Int64) -> Int128 { digits * Int128(unit) * 1_000_000 / divisor }
  }

  /// Reads `6000`, `1.5`, `1:40:00`, `1h 40min` and `2時間11分` as millionths of a second; `nil` for
  /// what is none.
  ///
  /// `unit`: how many seconds a bare number counts.
  static func micros(_ text: String, unit: Int64) -> Int128? {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    if let number = number(plain) { return number.micros(unit: unit) }
    if plain.contains(":") { return clock(plain) }
    var sum: Int128 = 0
    var rest = Substring(plain)
    var smallest = Int64.max
    while !rest.isEmpty {
      let digits = rest.prefix(while: isOfNumber)
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !isOfNumber($0) }
      rest = rest.dropFirst(name.count)
      guard let number = number(String(digits)),
        let unit = units.first(where: { $0.names.contains(String(name)) })?.seconds,
        unit < smallest
      else { return nil }
      smallest = unit
      sum += number.micros(unit: unit)
    }
    return smallest == .max ? nil : sum
  }

  /// `h:mm:ss` or `mm:ss`; only the seconds may have decimals.
  private static func clock(_ text: String) -> Int128? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var sum: Int128 = 0
    for (index, part) in parts.enumerated() {
      guard let number = number(String(part)), number.isWhole || index == parts.count - 1,
        index == 0
          || (part.prefix(while: isDigit).count == 2 && number.micros(unit: 1) < 60_000_000)
      else { return nil }
      sum = sum * 60 + number.micros(unit: 1)
    }
    return sum
  }

  /// A comma is a decimal mark, unless it may part thousands.
  private static func number(_ text: String) -> Number? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2, parts[0].count <= 9, parts.allSatisfy({ !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy(isDigit) }),
      parts.count == 1 || !text.contains(",") || parts[1].count != 3
    else { return nil }
    var number = Number()
    func append(_ digits: Substring) {
      for byte in digits.utf8 { number.digits = number.digits * 10 + Int128(byte - 0x30) }
    }
    append(parts[0])
    if parts.count == 2 {
      // What comes after them is less than a millionth of a second.
      let decimals = parts[1].prefix(12)
      append(decimals)
      for _ in decimals { number.divisor *= 10 }
    }
    return number
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isOfNumber(_ character: Character) -> Bool {
    isDigit(character) || character == "." || character == ","
  }
}
