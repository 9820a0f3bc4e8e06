import LedgerCore
import Rows

/// Totals that platforms reported, as they are recorded.
struct ReportedTotalFacts: KeyedFacts {
  let table: ReportedTotalTable
  let reference: KnownReference
  let type = FactType.reportedTotals
  /// The events of the batch, by their rows.
  private var events: [Int64: EventKey] = [:]

  init(session: any BookSession) {
    table = ReportedTotalTable(session: session)
    reference = KnownReference(session: session)
  }

  mutating func keys(
    of totals: [ReportedTotal]
  ) throws(StorageError) -> [Result<ReportedTotalTable.Key, LedgerError>] {
    var events = try EventIdentities(of: totals.map(\.event), session: table.session)
    for key in totals.map(\.event) {
      if let known = events[key] { self.events[known.id] = key }
    }
    return try totals.map { total throws(StorageError) in
      let event: EventIdentities.Identity
      switch try events.identity(total.event) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let found): event = found
      }
      if let refusal = try reference.refusal(of: total.money?.currency) {
        return .failure(refusal)
      }
      return .success(ReportedTotalTable.Key(total.key, event: event.id))
    }
  }

  func known(
    _ keys: Set<ReportedTotalTable.Key>
  ) throws(StorageError) -> [ReportedTotalTable.Key: ReportedTotal] {
    try table.totals(keys, of: events)
  }

  func isSame(_ recorded: ReportedTotal, _ total: ReportedTotal) -> Bool {
    recorded.amount == total.amount
  }

  func insert(
    _ totals: [(key: ReportedTotalTable.Key, fact: ReportedTotal, restated: ReportedTotal?)],
    entry: OpenEntry
  ) throws(StorageError) {
    for total in totals { try table.insert(total.fact, event: total.key.event, entry: entry) }
  }
}
