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
  /// The stretches between two counts that are too far apart, in chronological order.
  ///
  /// These are longer than three times the usual step of the curve and than two minutes.
  public let gaps: [UnobservedTime]

  /// Creates a curve from counts in chronological order.
  public init(points: [Point]) {
    let counts = points.map { CurvePoint(at: $0.at.milliseconds, count: $0.count) }
    self.init(points: points, gaps: CurveSteps(of: counts).gaps(in: counts))
  }

  private init(points: [Point], gaps: [UnobservedTime]) {
    self.points = points
    self.gaps = gaps
  }

  /// The counts from one gap to the next: what a line may connect.
  public var pieces: [[Point]] {
    let starts = Set(gaps.map(\.to))
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for point in points {
      if starts.contains(point.at), !piece.isEmpty {
        pieces.append(piece)
        piece = []
      }
      piece.append(point)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// The largest count, the first of several equal ones; `nil` if there are none.
  public var peak: Point? { Self.peak(of: points) }

  private static func peak(of points: some Collection<Point>) -> Point? {
    points.max { ($0.count, $1.at) < ($1.count, $0.at) }
  }

  /// A curve of at most `limit` counts that looks the same, with the same gaps.
  ///
  /// It keeps the first and the last count, and from each stretch between them the first of the
  /// largest and the first of the smallest counts, so that the peak stays. The counts at both ends
  /// of gaps stay too, and may exceed the limit.
  public func thinned(to limit: Int) -> AudienceCurve {
    guard points.count > limit, limit > 3, let first = points.first, let last = points.last
    else { return self }
    var kept = Set(gaps.flatMap { [$0.from, $0.to] }).union([first.at, last.at])
    let stretches = max((limit - kept.count) / 2, 1)
    let inner = points.dropFirst().dropLast()
    for stretch in 0..<stretches {
      let start = inner.startIndex + inner.count * stretch / stretches
      let end = inner.startIndex + inner.count * (stretch + 1) / stretches
      let part = inner[start..<end]
      guard let most = Self.peak(of: part),
        let least = part.min(by: { ($0.count, $0.at) < ($1.count, $1.at) })
      else { continue }
      kept.formUnion([most.at, least.at])
    }
    return AudienceCurve(points: points.filter { kept.contains($0.at) }, gaps: gaps)
  }
}
