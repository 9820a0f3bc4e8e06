import LedgerCore
import Rows

extension AudienceCountTable {
  static let selectRecorded = """
    SELECT audience_count.entry, event.key, metric, at, count
    FROM audience_count
    JOIN event ON event.id = audience_count.event
    WHERE audience_count.entry BETWEEN ?1 AND ?2
    """

  /// The counts that some entries recorded, whether or not they are current.
  ///
  /// Reads the whole table.
  func recorded(by entries: Set<Int64>) throws(StorageError) -> [Int64: [AudienceCount]] {
    guard let first = entries.min(), let last = entries.max() else { return [:] }
    var counts: [Int64: [AudienceCount]] = [:]
    try session.forEach(Self.selectRecorded, .integer(first), .integer(last)) {
      row throws(StorageError) in
      let entry = try row.integer(0)
      guard entries.contains(entry) else { return }
      guard let metric = Metric(id: try row.integer(2)) else {
        throw .damaged("an audience count's metric is none")
      }
      let (event, at, number) = (try row.eventKey(1), try row.instant(3), try row.integer(4))
      guard let count = try? AudienceCount(event: event, metric: metric, at: at, count: number)
      else { throw .damaged("an audience count is none") }
      counts[entry, default: []].append(count)
    }
    return counts
  }
}
