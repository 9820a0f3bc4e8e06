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
    try compute(event: event, metric: metric)
    if metric == .concurrent { try RetentionUpdate(session: session).renew(events: [event]) }
  }

  private func compute(event: Int64, metric: Metric) throws(StorageError) {
    let points = try AudienceCountTable(session: session)
      .points(event: event, metric: metric.id, from: .min, to: .max)
    let table = AudienceTotalTable(session: session)
    let totals = Curve.totals(points, metric: metric)
    if let totals {
      try table.put(totals, event: event)
    } else if points.isEmpty {
      try table.remove(event: event, metric: metric)
    } else {
      throw StorageError(.overflow, "an area passes 64 bits")
    }
    guard metric.kind == .gauge else { return }
    let key = CurveKey(event: event, metric: metric.id)
    var keys = BoundRows([.integer, .integer])
    keys.append(key.event)
    keys.append(key.metric)
    let (steps, gaps) = (CurveStepTable(session: session), CurveGapTable(session: session))
    try steps.put(
      CurveSteps(of: points), after: steps.steps(of: keys)[key] ?? CurveSteps(), of: key)
    try gaps.put(totals?.gaps ?? [], after: gaps.gaps(of: keys)[key] ?? [], of: key)
  }

  /// Computes the gaps of all curves in a book from before gaps.
  func fillGaps() throws(StorageError) {
    for curve in try AudienceTotalTable(session: session).curvesWithoutGaps() {
      guard let metric = Metric(id: curve.metric), metric.kind == .gauge else { continue }
      try compute(event: curve.event, metric: metric)
    }
  }
}
