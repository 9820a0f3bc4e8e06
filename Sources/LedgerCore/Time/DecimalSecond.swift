/// The decimals of a second: one to nine digits, of which only the first three may be nonzero.
enum DecimalSecond {
  /// Reads the digits that begin at `start`; nil if there are not one to nine.
  ///
  /// `end`: the position after the digits.
  /// - Throws: `TimeError.tooFine` if they are finer than a millisecond.
  static func read(
    _ bytes: Span<UInt8>, at start: Int
  ) throws(TimeError) -> (millisecond: Int, end: Int)? {
    let count = bytes.digitCount(from: start)
    guard count >= 1, count <= 9, let number = bytes.decimal(at: start, width: count) else {
      return nil
    }
    var nanoseconds = number
    for _ in count..<9 { nanoseconds *= 10 }
    guard nanoseconds.isMultiple(of: 1_000_000) else { throw .tooFine(bytes.excerpt) }
    return (nanoseconds / 1_000_000, start + count)
  }
}
