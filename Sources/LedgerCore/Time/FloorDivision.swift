extension Int64 {
  /// The quotient rounded down, and a remainder that is never negative.
  ///
  /// This numbers days before 1970 like days after it. `divisor` must be positive.
  func dividedDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
