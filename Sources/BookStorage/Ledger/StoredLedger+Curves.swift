package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns how many people watched an event at once, as of an entry.
  ///
  /// - Throws: ``LedgerError``
  package func curve(
    of event: EventKey, asOf entry: Int64?
  ) throws(LedgerError) -> AudienceCurve {
    try read { () throws(StorageError) in
      guard let id = try EventTable(session: session).identity(event, asOf: entry)?.id
      else {
        return AudienceCurve(points: [])
      }
      let table = AudienceCountTable(session: session)
      let metric = Metric.concurrent.id
      let points =
        if let entry {
          try table.points(of: [id], asOf: entry)[id]?[metric] ?? []
        } else {
          try table.points(event: id, metric: metric, from: .min, to: .max)
        }
      return AudienceCurve(
        points: points.compactMap { point in
          Instant(milliseconds: point.at).map { AudienceCurve.Point(at: $0, count: point.count) }
        })
    }
  }
}
