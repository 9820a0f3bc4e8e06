import LedgerCore

/// How people watched shows, step by step along the counts.
extension Model {
  /// On the line between the counts around each mark.
  func retained(_ event: Event) -> RetainedViewers? {
    guard let end = event.endsAt else { return nil }
    let curve = curve(of: event.key, .concurrent)
    let micros = RetainedViewers.Mark.allCases.map { mark -> Int64? in
      let at = RetainedViewers.instant(mark, from: event.startsAt, to: end)
      guard let before = curve.last(where: { $0.at <= at }),
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
    for (left, right) in zip(curve, curve.dropFirst()) {
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
