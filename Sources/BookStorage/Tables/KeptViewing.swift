import LedgerCore
import Rows

/// What stored totals do not say of how people watched shows.
///
/// It is read from the few counts that it depends on, those of all shows in one query.
struct KeptViewing {
  /// A show with what is stored of it.
  struct Show {
    let record: EventTable.Record
    let audience: [AudienceTotals]
    /// The viewers at its marks, if all are known.
    let retained: RetainedViewers?

    fileprivate var curve: AudienceTotals? { audience.first { $0.metric == .concurrent } }

    /// The marks whose counts have to be read: none unless the curve has only some of them.
    fileprivate var marks: [Int64] {
      guard retained == nil, let end = record.endsAt, let curve else { return [] }
      return RetainedViewers.Mark.allCases
        .map { RetainedViewers.instant($0, from: record.startsAt, to: end) }
        .filter { curve.firstAt <= $0 && $0 <= curve.lastAt }
        .map(\.milliseconds)
    }
  }

  let session: any BookSession

  /// By the row of the show.
  func viewing(
    of shows: [Show]
  ) throws(StorageError) -> [Int64: (retained: RetainedViewers?, watched: WatchTime?)] {
    var stretches = BoundRows([.integer, .integer, .integer, .integer])
    func ask(_ event: Int64, _ metric: Metric, _ from: Int64, _ to: Int64) {
      for cell in [event, metric.id, from, to] { stretches.append(cell) }
    }
    let together = shows.map { show in
      ObservedTogether(show.audience, from: show.record.startsAt, to: show.record.endsAt)
    }
    for (show, together) in zip(shows, together) {
      for at in show.marks { ask(show.record.id, .concurrent, at, at) }
      for (from, to) in together?.outside ?? [] { ask(show.record.id, .concurrent, from, to) }
      for at in together?.instants ?? [] { ask(show.record.id, .views, at, at) }
    }
    let points =
      stretches.count > 0 ? try AudienceCountTable(session: session).points(in: stretches) : [:]
    var all: [Int64: (retained: RetainedViewers?, watched: WatchTime?)] = [:]
    for (show, together) in zip(shows, together) {
      let record = show.record
      func read(_ metric: Metric) -> [CurvePoint] {
        points[CurveKey(event: record.id, metric: metric.id)] ?? []
      }
      let gaps = show.curve?.gaps ?? []
      let (curve, views) = (read(.concurrent), read(.views))
      all[record.id] = (
        retained: show.retained?.without(gaps, from: record.startsAt, to: record.endsAt)
          ?? RetainedViewers(curve, from: record.startsAt, to: record.endsAt, without: gaps),
        watched: together?.watchTime(curve: curve, views: views)
      )
    }
    return all
  }
}
