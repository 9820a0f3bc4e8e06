/// A length of time as exports write it, in seconds.
enum DurationText {
  private static let units: [(names: [String], seconds: Int64)] = [
    (["d", "day", "days", "日"], 86_400),
    (["h", "hr", "hrs", "hour", "hours", "時間"], 3600),
    (["m", "min", "mins", "minute", "minutes", "分"], 60),
    (["s", "sec", "secs", "second", "seconds", "秒"], 1),
  ]

  /// Reads `6000`, `1:40:00`, `1h 40min` and `2時間11分`; `nil` for what is none.
  ///
  /// `unit`: how many seconds a bare number counts.
  static func seconds(_ text: String, unit: Int64) -> Int64? {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    if let number = whole(plain) { return product(number, unit) }
    if plain.contains(":") { return clock(plain) }
    var sum: Int64 = 0
    var rest = Substring(plain)
    var smallest = Int64.max
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !("0"..."9").contains($0) }
      rest = rest.dropFirst(name.count)
      guard let number = whole(String(digits)),
        let unit = units.first(where: { $0.names.contains(String(name)) })?.seconds,
        unit < smallest, let part = product(number, unit)
      else { return nil }
      smallest = unit
      sum += part
    }
    return smallest == .max ? nil : sum
  }

  /// `h:mm:ss` or `mm:ss`.
  private static func clock(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var sum: Int64 = 0
    for (index, part) in parts.enumerated() {
      guard let number = whole(String(part)), index == 0 || (part.count == 2 && number < 60) else {
        return nil
      }
      sum = sum * 60 + number
    }
    return sum
  }

  /// Digits, perhaps with decimals, of which a whole second is taken.
  private static func whole(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, !first.isEmpty, first.count <= 9,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    return Int64(first)
  }

  private static func product(_ number: Int64, _ unit: Int64) -> Int64? {
    let (product, overflow) = number.multipliedReportingOverflow(by: unit)
    return overflow ? nil : product
  }
}
