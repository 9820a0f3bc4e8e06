package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new rates of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<ExchangeRate> {
    // The recorder has looked up every currency itself.
    try write(checking: .constraints) { () throws(StorageError) in
      var recorder = KeyedRecorder(
        session: session, facts: try RateFacts(session: session), onConflict: onConflict)
      return try recorder.record(rates, as: draft)
    }
  }

  /// Returns the rates between some currencies, each pair in the order of its days.
  ///
  /// - Throws: ``LedgerError``
  package func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) throws(LedgerError) -> [ExchangeRate] {
    try read { () throws(StorageError) in
      let table = RateTable(
        session: session, currencies: try Currencies(session: session))
      return try table.rates(
        between: currencies.map { $0.map(\.code).sorted() }, on: days, asOf: entry ?? .max)
    }
  }
}
