/// How long people watched a show and how many views that was, over the same time.
public struct WatchTime: Equatable, Sendable {
  /// Twice the time that was watched, in people × milliseconds.
  public let twiceArea: Int128
  /// The views of that time, in millionths; more than 0.
  public let viewsMicros: Int128

  /// Creates a watch time; `nil` if there were no views.
  public init?(twiceArea: Int128, viewsMicros: Int128) {
    guard viewsMicros > 0 else { return nil }
    self.twiceArea = twiceArea
    self.viewsMicros = viewsMicros
  }
}

/// The time in which both the people who watch a show at once and its views were observed.
///
/// Views are a running total: 0 when the show begins, and final when it is over. So what is counted
/// after the end is as of the end, and without an end as of the last count of people.
package struct ObservedTogether {
  private let curve: AudienceTotals
  private let views: AudienceTotals
  private let showStart: Int64
  /// When the show is over.
  private let over: Int64
  /// UTC milliseconds from which, and to which, both were observed.
  private let (start, end): (Int64, Int64)

  /// `nil` if there is no such time.
  package init?(_ audience: [AudienceTotals], from start: Instant, to end: Instant?) {
    guard let curve = audience.first(where: { $0.metric == .concurrent }),
      let views = audience.first(where: { $0.metric == .views })
    else { return nil }
    self.curve = curve
    self.views = views
    showStart = start.milliseconds
    over = max(end ?? curve.lastAt, curve.lastAt).milliseconds
    self.start = max(curve.firstAt, min(start, views.firstAt)).milliseconds
    self.end = min(curve.lastAt, views.lastAt).milliseconds
    guard self.start < self.end else { return nil }
  }

  /// The parts of the curve outside that time: what has to be known of it besides its totals.
  package var outside: [(from: Int64, to: Int64)] {
    let (first, last) = (curve.firstAt.milliseconds, curve.lastAt.milliseconds)
    return (first < start ? [(first, start)] : []) + (end < last ? [(end, last)] : [])
  }

  /// The instants whose views have to be known besides their totals.
  package var instants: [Int64] {
    guard views.counts > 1 else { return [] }
    let first = views.firstAt.milliseconds
    return stretches.flatMap { [$0.from, $0.to] }.filter { at in
      at < views.lastAt.milliseconds && !(at <= showStart && at < first)
    }
  }

  /// That time without what is between counts of people that are too far apart.
  private var stretches: [(from: Int64, to: Int64)] {
    var stretches: [(from: Int64, to: Int64)] = []
    var from = start
    for gap in curve.gaps where gap.to.milliseconds > start && gap.from.milliseconds < end {
      if from < gap.from.milliseconds { stretches.append((from, gap.from.milliseconds)) }
      from = gap.to.milliseconds
    }
    if from < end { stretches.append((from, end)) }
    return stretches
  }

  /// Computes it from the counts that ``outside`` and ``instants`` name, with their neighbours, or
  /// from all of them.
  package func watchTime(curve points: [CurvePoint], views counted: [CurvePoint]) -> WatchTime? {
    let stretches = stretches
    guard !stretches.isEmpty else { return nil }
    let views = stretches.reduce(Int128(0)) { sum, stretch in
      sum + viewsMicros(at: stretch.to, counted) - viewsMicros(at: stretch.from, counted)
    }
    return WatchTime(twiceArea: twiceArea(points), viewsMicros: views)
  }

  /// All that was observed, with the steps that are not wholly in that time cut at its ends.
  private func twiceArea(_ points: [CurvePoint]) -> Int128 {
    let gaps = Set(curve.gaps.map(\.from.milliseconds))
    var area = Int128(curve.observedTwiceArea)
    for (left, right) in zip(points, points.dropFirst())
    where (left.at < start || right.at > end) && !gaps.contains(left.at) {
      area -= Curve.twiceArea([left, right])
      let (from, to) = (max(left.at, start), min(right.at, end))
      guard from < to else { continue }
      // The counts at both ends of the part, times the length of the step.
      let length = Int128(right.at - left.at)
      let rise = Int128(right.count - left.count)
      let heights =
        2 * Int128(left.count) * length + rise * (Int128(from - left.at) + Int128(to - left.at))
      area += roundedQuotient(heights * Int128(to - from), length)
    }
    return area
  }

  private func viewsMicros(at instant: Int64, _ counted: [CurvePoint]) -> Int128 {
    let last = CurvePoint(at: views.lastAt.milliseconds, count: views.latest)
    // What was counted after the show is what it had at its end.
    if instant >= min(last.at, over) { return Int128(last.count) * 1_000_000 }
    let before = counted.last { $0.at <= instant } ?? CurvePoint(at: showStart, count: 0)
    let after = counted.first { $0.at >= instant } ?? last
    return Int128(
      RetainedViewers.interpolated(
        at: instant, before: (before.at, before.count),
        after: (min(after.at, over), after.count)))
  }
}
