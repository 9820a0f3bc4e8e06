import LedgerCore

/// How people watched shows, step by step along the counts.
extension Model {
  /// The steps that are longer than three times the usual one, and than two minutes.
  static func gaps(of curve: [AudienceCount]) -> [UnobservedTime] {
    let steps = zip(curve, curve.dropFirst()).map {
      (from: $0, to: $1, length: $1.at.milliseconds - $0.at.milliseconds)
    }
    guard !steps.isEmpty else { return [] }
    let median = steps.map(\.length).sorted()[(steps.count - 1) / 2]
    // Half a minute, and 1, 2, 5, 10, 20, 50 … minutes, and a tenth more.
    var (edges, ten): ([Int64], Int64) = ([33_000], 66_000)
    while edges.last ?? 0 < median {
      edges += [ten, 2 * ten, 5 * ten]
      ten *= 10
    }
    let usual = edges.first { median <= $0 } ?? median
    return steps.filter { $0.length > max(3 * usual, 120_000) }.map { step in
      UnobservedTime(
        from: step.from.at, to: step.to.at,
        twiceArea: (step.from.count + step.to.count) * step.length)
    }
  }

  /// On the line between the counts around each mark.
  func retained(_ event: Event) -> RetainedViewers? {
    guard let end = event.endsAt else { return nil }
    let curve = curve(of: event.key, .concurrent)
    let gaps = Self.gaps(of: curve)
    let micros = RetainedViewers.Mark.allCases.map { mark -> Int64? in
      let at = RetainedViewers.instant(mark, from: event.startsAt, to: end)
      guard !gaps.contains(where: { $0.from < at && at < $0.to }),
        let before = curve.last(where: { $0.at <= at }),
        let after = curve.first(where: { $0.at >= at })
      else { return nil }
      return RetainedViewers.interpolated(
        at: at.milliseconds, before: (before.at.milliseconds, before.count),
        after: (after.at.milliseconds, after.count))
    }
    return RetainedViewers(micros: micros)
  }

  /// The sum over the steps of the curve, as far as views were observed in them.
  func watched(_ event: Event) -> WatchTime? {
    let curve = curve(of: event.key, .concurrent)
    let views = self.curve(of: event.key, .views)
    guard let first = curve.first, let last = curve.last, let firstViews = views.first,
      let lastViews = views.last
    else { return nil }
    let start = max(first.at, min(event.startsAt, firstViews.at))
    let end = min(last.at, lastViews.at)
    // The views are final when the show is over.
    let over = max(event.endsAt ?? last.at, last.at)
    var known = views.map { (at: min($0.at, over).milliseconds, count: $0.count) }
    if event.startsAt < firstViews.at { known.insert((event.startsAt.milliseconds, 0), at: 0) }
    func viewsMicros(_ at: Instant) -> Int128 {
      guard let before = known.last(where: { $0.at <= at.milliseconds }) else { return 0 }
      let after = known.first { $0.at >= at.milliseconds } ?? before
      return Int128(
        RetainedViewers.interpolated(at: at.milliseconds, before: before, after: after))
    }
    var (area, seen): (Int128, Int128) = (0, 0)
    let gaps = Set(Self.gaps(of: curve).map(\.from))
    for (left, right) in zip(curve, curve.dropFirst()) where !gaps.contains(left.at) {
      let (from, to) = (max(left.at, start), min(right.at, end))
      guard from < to else { continue }
      let length = Int128(right.at.milliseconds - left.at.milliseconds)
      let offsets = [from, to].map { Int128($0.milliseconds - left.at.milliseconds) }
      let heights =
        2 * Int128(left.count) * length
        + Int128(right.count - left.count) * (offsets[0] + offsets[1])
      area += roundedQuotient(heights * (offsets[1] - offsets[0]), length)
      seen += viewsMicros(to) - viewsMicros(from)
    }
    return WatchTime(twiceArea: area, viewsMicros: seen)
  }
}
