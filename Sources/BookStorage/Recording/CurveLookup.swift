import LedgerCore
import Rows

/// Reads what the book has of curves that are about to change, all in two queries.
///
/// It reads only the part of a curve that changes: the counts from the first new one to the last,
/// and one neighbour on each side. After the end of the curve, where most counts come, it reads
/// only the totals.
struct CurveLookup {
  let session: any BookSession

  /// The part of a curve that changes.
  struct Stretch {
    let event: Int64
    let metric: Metric
    /// UTC milliseconds of the first and of the last new count.
    let first: Int64
    let last: Int64

    var key: CurveKey { CurveKey(event: event, metric: metric.id) }
  }

  /// What the book has of each curve, in the order of the stretches, which are of one curve each.
  func updates(for stretches: [Stretch]) throws(StorageError) -> [CurveUpdate] {
    let totals = try AudienceTotalTable(session: session).totals(of: Self.rows(stretches))
    let inside = stretches.filter { stretch in
      totals[stretch.key].map { stretch.first <= $0.lastAt.milliseconds } ?? false
    }
    let points =
      inside.isEmpty
      ? [:] : try AudienceCountTable(session: session).points(in: Self.rows(inside))
    let steps = try CurveStepTable(session: session).steps(of: Self.rows(stretches))
    return stretches.map { stretch in
      let before = totals[stretch.key]
      let last = before.map { [CurvePoint(at: $0.lastAt.milliseconds, count: $0.latest)] }
      return CurveUpdate(
        metric: stretch.metric, before: before, steps: steps[stretch.key] ?? CurveSteps(),
        known: points[stretch.key] ?? last ?? [])
    }
  }

  private static func rows(_ stretches: [Stretch]) -> BoundRows {
    var rows = BoundRows([.integer, .integer, .integer, .integer])
    for stretch in stretches {
      rows.appendRow { cells in
        cells.append(stretch.event)
        cells.append(stretch.metric.id)
        cells.append(stretch.first)
        cells.append(stretch.last)
      }
    }
    return rows
  }
}
