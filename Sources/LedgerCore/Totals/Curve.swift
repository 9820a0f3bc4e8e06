/// A count at an instant; the event and metric are known from elsewhere.
package struct CurvePoint: Equatable {
  /// UTC milliseconds.
  package var at: Int64
  package var count: Int64

  package init(at: Int64, count: Int64) {
    self.at = at
    self.count = count
  }
}

/// The counts of one metric of one event, in the order of time.
package enum Curve {
  /// Their totals; `nil` if there are none, or if the area exceeds 64 bits.
  package static func totals(_ points: [CurvePoint], metric: Metric) -> AudienceTotals? {
    guard let first = points.first, let last = points.last,
      let peak = points.max(by: { ($0.count, $1.at) < ($1.count, $0.at) }),
      let area = Int64(exactly: twiceArea(points)), let firstAt = Instant(milliseconds: first.at),
      let lastAt = Instant(milliseconds: last.at), let peakAt = Instant(milliseconds: peak.at)
    else { return nil }
    return AudienceTotals(
      metric: metric, counts: Int64(points.count), firstAt: firstAt, lastAt: lastAt,
      latest: last.count, peak: peak.count, peakAt: peakAt, twiceArea: area,
      gaps: metric.kind == .gauge ? CurveSteps(of: points).gaps(in: points) : [])
  }

  /// The area by the trapezoidal rule, doubled so that it stays an integer.
  package static func twiceArea(_ points: [CurvePoint]) -> Int128 {
    var area: Int128 = 0
    for (left, right) in zip(points, points.dropFirst()) {
      area += Int128(left.count + right.count) * Int128(right.at - left.at)
    }
    return area
  }
}
