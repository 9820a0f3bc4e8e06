import LedgerCore
import SQLite

/// Totals of a curve, recomputed from its counts after counts changed or were voided.
struct CurveTotals {
  let connection: Connection

  /// Reads all current counts of the curve.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/constraintDataType`` if the area
  ///   exceeds 64 bits.
  func renew(event: Int64, metric: Metric) throws(SQLiteError) {
    let points = try AudienceCountTable(connection: connection)
      .points(event: event, metric: metric.id, from: .min, to: .max)
    let table = AudienceTotalTable(connection: connection)
    if points.isEmpty {
      try table.remove(event: event, metric: metric)
    } else if let totals = Curve.totals(points, metric: metric) {
      try table.put(totals, event: event)
    } else {
      throw SQLiteError(code: .constraintDataType, message: "an area passes 64 bits")
    }
    if metric == .concurrent { try RetentionUpdate(connection: connection).renew(event: event) }
  }
}
