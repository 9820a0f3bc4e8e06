/// How many people watched a show at once, over time.
public struct AudienceCurve: Equatable, Sendable {
  /// A count at an instant.
  public struct Point: Equatable, Sendable {
    /// The instant of the count.
    public let at: Instant
    /// How many people were watching.
    public let count: Int64

    /// Creates a count at an instant.
    public init(at: Instant, count: Int64) {
      self.at = at
      self.count = count
    }
  }

  /// The counts, in chronological order.
  public let points: [Point]

  /// Creates a curve from counts in chronological order.
  public init(points: [Point]) { self.points = points }

  /// The largest count, the first of several equal ones; `nil` if there are none.
  public var peak: Point? {
    points.max { ($0.count, $1.at) < ($1.count, $0.at) }
  }

  /// A curve of at most `limit` counts that looks the same.
  ///
  /// It keeps the first and the last count, and from each stretch between them the first of the
  /// largest and the first of the smallest counts, so that the peak stays.
  public func thinned(to limit: Int) -> AudienceCurve {
    let stretches = (limit - 2) / 2
    guard points.count > limit, stretches > 0, let first = points.first, let last = points.last
    else { return self }
    let inner = points.dropFirst().dropLast()
    var kept = [first]
    for stretch in 0..<stretches {
      let start = inner.startIndex + inner.count * stretch / stretches
      let end = inner.startIndex + inner.count * (stretch + 1) / stretches
      let part = AudienceCurve(points: Array(inner[start..<end]))
      guard let most = part.peak,
        let least = part.points.min(by: { ($0.count, $0.at) < ($1.count, $1.at) })
      else { continue }
      kept += most == least ? [most] : [most, least].sorted { $0.at < $1.at }
    }
    return AudienceCurve(points: kept + [last])
  }
}
