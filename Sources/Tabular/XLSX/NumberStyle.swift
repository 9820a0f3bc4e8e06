/// How a number format shows a number: as a date, as a time, or as a number.
enum NumberStyle: Equatable {
  case number
  case date
  case time
  case dateTime
  /// Hours that do not start again each day: `[h]:mm`.
  case elapsed

  /// The formats that a file need not describe (ECMA-376, part 1, 18.8.30).
  init(builtIn id: Int) {
    self =
      switch id {
      case 14...17, 27...31, 36, 50...54, 57, 58: .date
      case 18...21, 32...35, 45, 47, 55, 56: .time
      case 22: .dateTime
      case 46: .elapsed
      default: .number
      }
  }

  /// Makes the style of a format code; the section for positive numbers decides.
  init(code: String) {
    var letters: Set<UInt8> = []
    var isElapsed = false
    var bytes = Array(code.utf8)[...]
    scan: while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): break scan
      case quote: bytes = bytes.drop { $0 != quote }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): bytes = bytes.dropFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }.map { $0 | 0x20 }
        bytes = bytes.dropFirst(inside.count + 1)
        let units = Set(inside)
        if units.count == 1, let unit = units.first, "hms".utf8.contains(unit) { isElapsed = true }
      case UInt8(ascii: "."):
        // These are decimals of seconds, not digits of a number.
        if letters.contains(UInt8(ascii: "s")) { bytes = bytes.drop { $0 == 0x30 } }
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
        self = .number
        return
      default: letters.insert(byte | 0x20)
      }
    }
    let has = { (letter: Unicode.Scalar) in letters.contains(UInt8(ascii: letter)) }
    let hasTime = has("h") || has("s")
    // An `m` next to hours or seconds means minutes, otherwise a month.
    let hasDate = has("y") || has("d") || has("m") && !hasTime && !isElapsed
    self =
      switch (hasDate, hasTime) {
      case (true, true): .dateTime
      case (true, false): .date
      case (false, _) where isElapsed: .elapsed
      case (false, true): .time
      case (false, false): .number
      }
  }
}
