import LedgerCore
import Rows

/// Exchange rates, as they are recorded.
struct RateFacts: KeyedFacts {
  let table: RateTable
  let type = FactType.rates

  init(session: any BookSession) throws(StorageError) {
    table = RateTable(session: session, currencies: try Currencies(session: session))
  }

  func keys(of rates: [ExchangeRate]) -> [Result<ExchangeRate.Key, LedgerError>] {
    rates.map { rate in
      let codes = [rate.base.code, rate.currency.code]
      if let unknown = codes.first(where: { table.currencies[$0] == nil }) {
        return .failure(.unknownCurrency(unknown, near: []))
      }
      return .success(rate.key)
    }
  }

  func known(
    _ keys: Set<ExchangeRate.Key>
  ) throws(StorageError) -> [ExchangeRate.Key: ExchangeRate] {
    guard let first = keys.lazy.map(\.day).min(), let last = keys.lazy.map(\.day).max() else {
      return [:]
    }
    let codes = Set(keys.map(\.base.code)).union(keys.map(\.currency.code))
    let recorded = try table.rates(between: codes.sorted(), on: first...last, asOf: .max)
    return Dictionary(recorded.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
  }

  func isSame(_ recorded: ExchangeRate, _ rate: ExchangeRate) -> Bool {
    recorded.value == rate.value
  }

  func insert(
    _ rates: [(key: ExchangeRate.Key, fact: ExchangeRate, restated: ExchangeRate?)],
    entry: OpenEntry
  ) throws(StorageError) {
    // In the order of the table, so that its pages are filled in sequence.
    let sorted = rates.map(\.fact)
      .sorted {
        ($0.base.code, $0.currency.code, $0.day) < ($1.base.code, $1.currency.code, $1.day)
      }
    try table.insert(sorted, entry: entry)
  }
}
