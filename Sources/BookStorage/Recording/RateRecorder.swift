import LedgerCore
import Rows

/// Records a batch of exchange rates.
struct RateRecorder {
  let session: any BookSession
  let onConflict: ConflictRule

  func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<ExchangeRate> {
    let currencies = try Currencies(session: session)
    let table = RateTable(session: session, currencies: currencies)
    var known = try known(rates, in: table)
    var outcomes: [Outcome<ExchangeRate>] = []
    outcomes.reserveCapacity(rates.count)
    var new: [ExchangeRate] = []
    var ofBatch: Set<ExchangeRate.Key> = []
    for rate in rates {
      if let code = [rate.base.code, rate.currency.code].first(where: { currencies[$0] == nil }) {
        outcomes.append(.refused(.unknownCurrency(code, near: [])))
        continue
      }
      if let old = known[rate.key] {
        // Two values for one key in one batch stay a conflict: neither is the later one.
        let isRestated = onConflict == .restate && !ofBatch.contains(rate.key)
        guard old.value != rate.value, isRestated else {
          outcomes.append(
            old.value == rate.value ? .alreadyRecorded : .conflicting(recorded: old))
          continue
        }
        outcomes.append(.restated(from: old))
      } else {
        outcomes.append(.recorded)
      }
      known[rate.key] = rate
      ofBatch.insert(rate.key)
      new.append(rate)
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.rates, new.count), session: session)
    // In the order of the table, so that its pages are filled in sequence.
    new.sort { ($0.base.code, $0.currency.code, $0.day) < ($1.base.code, $1.currency.code, $1.day) }
    try table.insert(new, entry: entry)
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }

  /// What the book has of the currencies and days of a batch.
  private func known(
    _ rates: [ExchangeRate], in table: RateTable
  ) throws(StorageError) -> [ExchangeRate.Key: ExchangeRate] {
    guard let first = rates.lazy.map(\.day).min(), let last = rates.lazy.map(\.day).max() else {
      return [:]
    }
    let codes = Set(rates.map(\.base.code)).union(rates.map(\.currency.code))
    let recorded = try table.rates(between: codes.sorted(), on: first...last, asOf: .max)
    return Dictionary(recorded.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
  }
}
