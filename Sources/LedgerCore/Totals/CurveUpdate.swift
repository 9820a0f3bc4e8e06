/// The counts of one metric of one event, while new ones are added in the order of time.
///
/// It knows only the part of the curve that changes: the counts from the first new one to the last,
/// and one neighbour on each side.
package struct CurveUpdate {
  /// What is counted.
  package let metric: Metric
  package let before: AudienceTotals?
  /// The steps of all counts in the book, of a gauge.
  package let stepsBefore: CurveSteps
  /// The counts of that part that are in the book, with their neighbours, in order.
  private let known: [CurvePoint]
  private var nextKnown = 0
  private var added: [CurvePoint] = []

  /// Begins with what the book has.
  ///
  /// `before`: the totals of all counts in the book; `known`: those of the counts that are in the
  /// part that changes, with their neighbours, in order.
  package init(
    metric: Metric, before: AudienceTotals?, steps: CurveSteps, known: [CurvePoint]
  ) {
    self.metric = metric
    self.before = before
    stepsBefore = steps
    self.known = known
  }

  /// The count at an instant, if there is one.
  ///
  /// Call this for instants in order.
  package mutating func known(at: Int64) -> Int64? {
    if let last = added.last, last.at == at { return last.count }
    while nextKnown < known.count, known[nextKnown].at < at { nextKnown += 1 }
    guard nextKnown < known.count, known[nextKnown].at == at else { return nil }
    return known[nextKnown].count
  }

  /// Adds a count at an instant that has none.
  package mutating func add(_ point: CurvePoint) { added.append(point) }

  /// The curve with what was added.
  package struct Result {
    /// Without gaps if there are others.
    package let totals: AudienceTotals
    package let steps: CurveSteps
    /// Whether the usual step has changed, so that only all counts show what is a gap.
    package let hasOtherGaps: Bool
  }

  /// The curve with what was added; `nil` if the area exceeds 64 bits.
  package func result() -> Result? {
    let all = merged()
    var steps = stepsBefore
    guard metric.kind == .gauge else {
      return totals(all, gaps: []).map { Result(totals: $0, steps: steps, hasOtherGaps: false) }
    }
    steps.add(known, removing: true)
    steps.add(all)
    // Before its second count a curve has no usual step, and all its counts are here.
    let hasOtherGaps =
      before.map { $0.counts > 1 && steps.longestObserved != stepsBefore.longestObserved } ?? false
    return totals(all, gaps: hasOtherGaps ? [] : gaps(in: all, steps)).map {
      Result(totals: $0, steps: steps, hasOtherGaps: hasOtherGaps)
    }
  }

  /// The gaps of the part that changes, between those of the rest.
  private func gaps(in all: [CurvePoint], _ steps: CurveSteps) -> [UnobservedTime] {
    let stored = before?.gaps ?? []
    guard let first = all.first?.at, let last = all.last?.at else { return stored }
    let (before, after) = (
      stored.filter { $0.to.milliseconds <= first }, stored.filter { $0.from.milliseconds >= last }
    )
    return before + steps.gaps(in: all) + after
  }

  private func totals(_ all: [CurvePoint], gaps: [UnobservedTime]) -> AudienceTotals? {
    guard let first = all.first, let last = all.last,
      let peak = added.max(by: { ($0.count, $1.at) < ($1.count, $0.at) }),
      let area = Int64(
        exactly: Int128(before?.twiceArea ?? 0) - Curve.twiceArea(known) + Curve.twiceArea(all)),
      let firstAt = Instant(milliseconds: min(first.at, before?.firstAt.milliseconds ?? .max)),
      let lastAdded = Instant(milliseconds: last.at),
      let peakAt = Instant(milliseconds: peak.at)
    else { return nil }
    let isLast = before.map { lastAdded >= $0.lastAt } ?? true
    let isPeak = before.map { (peak.count, $0.peakAt) > ($0.peak, peakAt) } ?? true
    return AudienceTotals(
      metric: metric, counts: (before?.counts ?? 0) + Int64(added.count), firstAt: firstAt,
      lastAt: isLast ? lastAdded : (before?.lastAt ?? lastAdded),
      latest: isLast ? last.count : (before?.latest ?? last.count),
      peak: isPeak ? peak.count : (before?.peak ?? peak.count),
      peakAt: isPeak ? peakAt : (before?.peakAt ?? peakAt), twiceArea: area, gaps: gaps)
  }

  private func merged() -> [CurvePoint] {
    guard let end = known.last, let start = added.first else { return known + added }
    if end.at < start.at { return known + added }
    return (known + added).sorted { $0.at < $1.at }
  }
}
