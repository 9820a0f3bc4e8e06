/// Finds the names of months and weekdays in a text, in any case.
enum EnglishNames {
  private static let months = Month.allCases.map { Array($0.description.lowercased().utf8) }
  private static let weekdays = Weekday.allCases.map { Array($0.description.lowercased().utf8) }

  static func month(
    _ bytes: Span<UInt8>, at start: Int, abbreviated: Bool
  ) -> (number: Int, end: Int)? {
    find(months, bytes, at: start, abbreviated: abbreviated)
  }

  static func weekday(
    _ bytes: Span<UInt8>, at start: Int, abbreviated: Bool
  ) -> (number: Int, end: Int)? {
    find(weekdays, bytes, at: start, abbreviated: abbreviated)
  }

  /// No two names begin with the same three letters, so the first match is the only one.
  private static func find(
    _ names: [[UInt8]], _ bytes: Span<UInt8>, at start: Int, abbreviated: Bool
  ) -> (number: Int, end: Int)? {
    next: for (index, name) in names.enumerated() {
      let length = abbreviated ? 3 : name.count
      guard start + length <= bytes.count else { continue }
      for offset in 0..<length where bytes[start + offset] | 0x20 != name[offset] {
        continue next
      }
      return (index + 1, start + length)
    }
    return nil
  }
}
