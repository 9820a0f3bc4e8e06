/// The difference between a zone's clock and UTC in writing: `Z`, `+01`, `+0100`, `+01:00`.
enum UTCOffset {
  /// Reads an offset that begins at `start`; nil if there is none.
  ///
  /// The seconds are nil if the hours exceed 15 or the minutes 59.
  static func read(_ bytes: Span<UInt8>, at start: Int) -> (seconds: Int?, end: Int)? {
    guard start < bytes.count else { return nil }
    let sign: Int
    switch bytes[start] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): return (0, start + 1)
    case UInt8(ascii: "+"): sign = 1
    case UInt8(ascii: "-"): sign = -1
    default: return nil
    }
    guard let hours = bytes.decimal(at: start + 1, width: 2) else { return nil }
    var end = start + 3
    var minutes = 0
    if end < bytes.count, bytes[end] == UInt8(ascii: ":"),
      let number = bytes.decimal(at: end + 1, width: 2)
    {
      (minutes, end) = (number, end + 3)
    } else if let number = bytes.decimal(at: end, width: 2) {
      (minutes, end) = (number, end + 2)
    }
    guard hours <= 15, minutes <= 59 else { return (nil, end) }
    return (sign * (hours * 3600 + minutes * 60), end)
  }

  /// An offset as in `+01:00`, with seconds if it has some, as old local times do.
  static func text(_ seconds: Int) -> String {
    var text = [UInt8(ascii: seconds < 0 ? "-" : "+")]
    let magnitude = abs(seconds)
    text.append(decimal: magnitude / 3600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(decimal: magnitude / 60 % 60, width: 2)
    if magnitude % 60 != 0 {
      text.append(UInt8(ascii: ":"))
      text.append(decimal: magnitude % 60, width: 2)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
