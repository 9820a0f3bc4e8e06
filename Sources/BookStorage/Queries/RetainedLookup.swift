import LedgerCore
import Rows

/// Looks up how many people watched at the marks of an event; reads two counts per mark, not all.
struct RetainedLookup {
  let session: any BookSession

  /// `nil` if the end is not known, or if a mark does not have a count on both sides.
  func retained(
    event: Int64, from start: Instant, to end: Instant?
  ) throws(StorageError) -> RetainedViewers? {
    guard let end else { return nil }
    let instants = RetainedViewers.Mark.allCases.map {
      RetainedViewers.instant($0, from: start, to: end)
    }
    let points = try AudienceCountTable(session: session).points(
      event: event, metric: Metric.concurrent.id, around: instants.map(\.milliseconds))
    return RetainedViewers(
      micros: zip(points, instants).compactMap { around, at in
        around.map { $0.before.height(towards: $0.after, at: at) }
      })
  }

  /// The same, from counts that were read already, in order.
  static func retained(
    _ event: EventTable.Record, _ points: [AudienceCountTable.Point]
  ) -> RetainedViewers? {
    guard let end = event.endsAt else { return nil }
    let micros = RetainedViewers.Mark.allCases.compactMap { mark -> Int64? in
      let at = RetainedViewers.instant(mark, from: event.startsAt, to: end)
      guard let before = points.last(where: { $0.at <= at.milliseconds }),
        let after = points.first(where: { $0.at >= at.milliseconds })
      else { return nil }
      return before.height(towards: after, at: at)
    }
    return RetainedViewers(micros: micros)
  }
}

extension AudienceCountTable.Point {
  fileprivate func height(towards next: Self, at instant: Instant) -> Int64 {
    RetainedViewers.interpolated(
      at: instant.milliseconds, before: (at, count), after: (next.at, next.count))
  }
}
