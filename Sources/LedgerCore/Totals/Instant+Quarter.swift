extension Instant {
  private static let quarterLength: Int64 = 15 * 60 * 1000

  /// Quarter hours since 1970, rounded down.
  package var quarter: Int64 {
    let quarter = milliseconds / Self.quarterLength
    return milliseconds % Self.quarterLength < 0 ? quarter - 1 : quarter
  }

  /// The first instant of a quarter hour, or the nearest valid instant.
  package init(quarter: Int64) {
    let (milliseconds, overflow) = quarter.multipliedReportingOverflow(by: Self.quarterLength)
    let nearest: Instant = quarter < 0 ? .earliest : .latest
    self = overflow ? nearest : Instant(milliseconds: milliseconds) ?? nearest
  }
}
