extension RetainedViewers {
  /// From the counts of a show, in the order of time.
  ///
  /// Of those between the marks, only the ones on both sides of each mark are needed. A mark is
  /// known if it has a count on both sides, and does not lie between two that are too far apart.
  /// `nil` if the end of the show is not known, or no mark.
  package init?(
    _ points: [CurvePoint], from start: Instant, to end: Instant?,
    without gaps: [UnobservedTime] = []
  ) {
    guard let end else { return nil }
    self.init(
      micros: Mark.allCases.map { mark in
        let instant = Self.instant(mark, from: start, to: end)
        let at = instant.milliseconds
        guard !gaps.contains(where: { $0.contains(instant) }),
          let before = points.last(where: { $0.at <= at }),
          let after = points.first(where: { $0.at >= at })
        else { return nil }
        return Self.interpolated(
          at: at, before: (before.at, before.count), after: (after.at, after.count))
      })
  }

  /// The same without the marks that lie between two counts that are too far apart.
  package func without(
    _ gaps: [UnobservedTime], from start: Instant, to end: Instant?
  ) -> RetainedViewers? {
    guard let end else { return nil }
    return RetainedViewers(
      micros: Mark.allCases.map { mark in
        let instant = Self.instant(mark, from: start, to: end)
        return gaps.contains { $0.contains(instant) } ? nil : self[mark]
      })
  }
}
