/// The decimals of a second, of which the first three count: an instant is in milliseconds.
enum DecimalSecond {
  /// Reads the digits that begin at `start`; nil if there are none.
  ///
  /// `end`: the position after the digits.
  static func read(
    _ bytes: Span<UInt8>, at start: Int
  ) -> (millisecond: Int, end: Int)? {
    let count = bytes.digitCount(from: start)
    let width = min(count, 3)
    guard width >= 1, var milliseconds = bytes.decimal(at: start, width: width) else { return nil }
    for _ in width..<3 { milliseconds *= 10 }
    return (milliseconds, start + count)
  }
}
