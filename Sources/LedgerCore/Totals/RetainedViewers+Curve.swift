extension RetainedViewers {
  /// From the counts of a show, in the order of time.
  ///
  /// Of those between the marks, only the ones on both sides of each mark are needed. A mark is
  /// known if it has a count on both sides. `nil` if the end of the show is not known, or no mark.
  package init?(_ points: [CurvePoint], from start: Instant, to end: Instant?) {
    guard let end else { return nil }
    self.init(
      micros: Mark.allCases.map { mark in
        let at = Self.instant(mark, from: start, to: end).milliseconds
        guard let before = points.last(where: { $0.at <= at }),
          let after = points.first(where: { $0.at >= at })
        else { return nil }
        return Self.interpolated(
          at: at, before: (before.at, before.count), after: (after.at, after.count))
      })
  }
}
