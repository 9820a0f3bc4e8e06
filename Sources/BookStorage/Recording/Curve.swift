import LedgerCore

/// The counts of one metric of one event, in the order of time.
enum Curve {
  typealias Point = AudienceCountTable.Point

  /// Their totals; `nil` if there are none, or if the area exceeds 64 bits.
  static func totals(_ points: [Point], metric: Metric) -> AudienceTotals? {
    guard let first = points.first, let last = points.last,
      let peak = points.max(by: { ($0.count, $1.at) < ($1.count, $0.at) }),
      let area = Int64(exactly: twiceArea(points)), let firstAt = Instant(milliseconds: first.at),
      let lastAt = Instant(milliseconds: last.at), let peakAt = Instant(milliseconds: peak.at)
    else { return nil }
    return AudienceTotals(
      metric: metric, counts: Int64(points.count), firstAt: firstAt, lastAt: lastAt,
      latest: last.count, peak: peak.count, peakAt: peakAt, twiceArea: area)
  }

  /// The area by the trapezoidal rule, doubled so that it stays an integer.
  static func twiceArea(_ points: [Point]) -> Int128 {
    var area: Int128 = 0
    for (left, right) in zip(points, points.dropFirst()) {
      area += Int128(left.count + right.count) * Int128(right.at - left.at)
    }
    return area
  }
}
