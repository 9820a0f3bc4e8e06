import LedgerCore
import Rows

extension AudienceCountTable {
  /// When an event takes place.
  typealias Times = (event: Int64, start: Instant, end: Instant?)

  /// How many people watched at the marks of events; reads two counts per mark, not all.
  ///
  /// An event has none if its end is not known, or if a mark does not have a count on both sides.
  func retained(_ events: [Times]) throws(StorageError) -> [Int64: RetainedViewers] {
    let metric = Metric.concurrent.id
    var marks = BoundRows([.integer, .integer, .integer, .integer])
    for (event, start, end) in events {
      guard let end else { continue }
      for mark in RetainedViewers.Mark.allCases {
        let at = RetainedViewers.instant(mark, from: start, to: end).milliseconds
        for cell in [event, metric, at, at] { marks.append(cell) }
      }
    }
    guard marks.count > 0 else { return [:] }
    let points = try points(in: marks)
    var retained: [Int64: RetainedViewers] = [:]
    for (event, start, end) in events {
      let own = points[CurveKey(event: event, metric: metric)] ?? []
      retained[event] = RetainedViewers(own, from: start, to: end)
    }
    return retained
  }
}
