import LedgerCore
import Rows

/// Totals of a curve, recomputed from its counts after counts changed or were voided.
struct CurveTotals {
  let session: any BookSession

  /// Reads all current counts of the curve.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/overflow`` if the area
  ///   exceeds 64 bits.
  func renew(event: Int64, metric: Metric) throws(StorageError) {
    let points = try AudienceCountTable(session: session)
      .points(event: event, metric: metric.id, from: .min, to: .max)
    let table = AudienceTotalTable(session: session)
    if points.isEmpty {
      try table.remove(event: event, metric: metric)
    } else if let totals = Curve.totals(points, metric: metric) {
      try table.put(totals, event: event)
    } else {
      throw StorageError(.overflow, "an area passes 64 bits")
    }
    if metric == .concurrent { try RetentionUpdate(session: session).renew(events: [event]) }
  }
}
