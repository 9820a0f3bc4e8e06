import LedgerCore

/// Writes times as a pattern says, knowing nothing of the reader: with runs of letters alone.
struct PatternWriter {
  private let runs: [(text: String, isLiteral: Bool)]

  /// Takes a pattern apart that a `TimeFormat` has accepted; nil for one that is a name.
  init?(_ pattern: String) {
    if ["iso8601", "unix", "unix-ms"].contains(pattern) { return nil }
    var runs: [(text: String, isLiteral: Bool)] = []
    let scalars = Array(pattern.unicodeScalars)
    var index = 0
    var isQuoted = false
    while index < scalars.count {
      let scalar = scalars[index]
      let isLetter = !isQuoted && scalar.isASCII && scalar.properties.isAlphabetic
      index += 1
      if scalar == "'" {
        // Two of them are one that is meant, between quotes as well.
        if index < scalars.count, scalars[index] == "'" {
          runs.append(("'", true))
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if isLetter, let last = runs.last, !last.isLiteral, index > 1,
        scalars[index - 2] == scalar
      {
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
      } else {
        runs.append((String(scalar), !isLetter))
      }
    }
    self.runs = runs
  }

  private func has(_ letters: String...) -> Bool {
    runs.contains { !$0.isLiteral && letters.contains($0.text) }
  }

  /// An instant of which the pattern says everything, chosen by a number.
  func instant(_ number: UInt64) -> Instant? {
    // 1970 to 2069, if two digits are all there is.
    let range: ClosedRange<Int64> =
      has("yyyy")
      ? Instant.earliest.milliseconds...Instant.latest.milliseconds : 0...3_155_759_999_999
    let milliseconds =
      range.lowerBound + Int64(number % UInt64(range.upperBound - range.lowerBound + 1))
    let unit: Int64 =
      has("SSS") ? 1 : has("ss", "s") ? 1000 : has("mm", "m") ? 60_000 : 3_600_000
    let rest = milliseconds % unit
    return Instant(milliseconds: milliseconds - (rest < 0 ? rest + unit : rest))
  }

  /// The instant in UTC; nil where the pattern has a letter that is not known here.
  func text(_ instant: Instant) -> String? {
    let civil = TimeZone.utc.civil(instant)
    let second = civil.millisecondOfDay / 1000
    let hour = second / 3600
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    var text = ""
    for (letters, isLiteral) in runs {
      if isLiteral {
        text += letters
        continue
      }
      let width = letters.utf8.count
      switch letters {
      case "yyyy": text += padded(civil.day.year, 4)
      case "yy": text += padded(civil.day.year % 100, 2)
      case "MMMM": text += months[civil.day.month - 1]
      case "MMM": text += months[civil.day.month - 1].prefix(3)
      case "MM", "M": text += padded(civil.day.month, width)
      case "dd", "d": text += padded(civil.day.day, width)
      case "EEEE": text += civil.day.weekday.description
      case "EEE": text += civil.day.weekday.description.prefix(3)
      case "HH", "H": text += padded(hour, width)
      case "hh", "h": text += padded((hour + 11) % 12 + 1, width)
      case "a": text += hour < 12 ? "AM" : "pm"
      case "mm", "m": text += padded(second / 60 % 60, width)
      case "ss", "s": text += padded(second % 60, width)
      case "SSS": text += padded(civil.millisecondOfDay % 1000, 3)
      case "XXX": text += "+00:00"
      default: return nil
      }
    }
    return text
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
