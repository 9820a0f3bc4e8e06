import LedgerCore
import Rows

/// Records a batch of reported totals.
struct ReportedTotalRecorder {
  /// A key as SQLite compares it.
  private struct Place: Hashable {
    let event: Int64
    let measure: Measure
    let source: ByteText
    let observedAt: Instant
  }

  let session: any BookSession

  func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<ReportedTotal> {
    let table = ReportedTotalTable(session: session)
    let currencies = try Currencies(session: session)
    var identities = EventIdentities(session: session)
    var outcomes: [Outcome<ReportedTotal>] = []
    var places: [Place: ReportedTotal] = [:]
    var new: [(total: ReportedTotal, event: Int64)] = []
    for total in totals {
      guard let event = try identities.identity(total.event)?.id else {
        outcomes.append(.refused(try identities.refusal(total.event)))
        continue
      }
      if let code = total.money?.currency.code, currencies[code] == nil {
        outcomes.append(.refused(.unknownCurrency(code, near: [])))
        continue
      }
      let place = Place(
        event: event, measure: total.measure, source: ByteText(total.key.source),
        observedAt: total.key.observedAt)
      let known =
        if let known = places[place] { known } else { try table.total(total.key, event: event) }
      guard let known else {
        places[place] = total
        new.append((total, event))
        outcomes.append(.recorded)
        continue
      }
      outcomes.append(
        known.amount == total.amount ? .alreadyRecorded : .conflicting(recorded: known))
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.reportedTotals, new.count), session: session)
    for (total, event) in new { try table.insert(total, event: event, entry: entry) }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }
}
