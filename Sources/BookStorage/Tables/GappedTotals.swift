import LedgerCore
import Rows

/// Rows of `audience_total`, while their gaps are being added.
struct GappedTotals {
  private struct Item {
    let event: Int64
    let totals: AudienceTotals
    /// Milliseconds; `nil` in a book from before gaps.
    let unobserved: Int64?
  }

  let session: any BookSession
  private var items: [Item] = []

  init(session: any BookSession) { self.session = session }

  /// Takes a row: the columns of the totals, the unobserved time, and the event.
  mutating func take(_ row: borrowing Row) throws(StorageError) {
    guard let metric = Metric(id: try row.integer(0)) else {
      throw .damaged("a total is of a metric that is none")
    }
    let totals = AudienceTotals(
      metric: metric, counts: try row.integer(1), firstAt: try row.instant(2),
      lastAt: try row.instant(3), latest: try row.integer(4), peak: try row.integer(5),
      peakAt: try row.instant(6), twiceArea: try row.integer(7))
    items.append(
      Item(event: try row.integer(9), totals: totals, unobserved: try row.optionalInteger(8)))
  }

  /// The keys of all rows.
  var keys: BoundRows {
    var rows = BoundRows([.integer, .integer])
    for item in items {
      rows.append(item.event)
      rows.append(item.totals.metric.id)
    }
    return rows
  }

  /// The totals with their gaps, which are read only if there are any; those that were not computed
  /// are computed from the counts.
  func totals(
    _ gaps: () throws(StorageError) -> [CurveKey: [UnobservedTime]]
  ) throws(StorageError) -> [(event: Int64, totals: AudienceTotals)] {
    let stored = items.contains { $0.unobserved ?? 0 > 0 } ? try gaps() : [:]
    return try items.map { item throws(StorageError) in
      let totals = item.totals
      let isUnknown = item.unobserved == nil && totals.metric.kind == .gauge && totals.counts > 2
      guard !isUnknown else {
        let points = try AudienceCountTable(session: session)
          .points(event: item.event, metric: totals.metric.id, from: .min, to: .max)
        return (item.event, totals.with(gaps: CurveSteps(of: points).gaps(in: points)))
      }
      let key = CurveKey(event: item.event, metric: totals.metric.id)
      return (item.event, stored[key].map(totals.with) ?? totals)
    }
  }
}

extension AudienceTotals {
  fileprivate func with(gaps: [UnobservedTime]) -> AudienceTotals {
    AudienceTotals(
      metric: metric, counts: counts, firstAt: firstAt, lastAt: lastAt, latest: latest, peak: peak,
      peakAt: peakAt, twiceArea: twiceArea, gaps: gaps)
  }
}
