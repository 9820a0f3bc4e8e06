/// Records exchange rates, and never changes one that is recorded.
public protocol RateRepository {
  /// Records the new rates of the batch, all in one entry.
  ///
  /// A rate with the same value counts as already recorded, whatever its source.
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<ExchangeRate>

  /// Returns the rates between some currencies, each pair in the order of its days.
  ///
  /// `currencies`: those that both currencies of a rate must be among; `nil` for all.
  /// `days`: the first and the last day.
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) throws(LedgerError) -> [ExchangeRate]
}

extension RateRepository {
  /// Returns what converts amounts of some currencies, dated on some days, into one another.
  ///
  /// One query reads the rates between them and the euro, from a week before the first day on.
  /// - Throws: ``LedgerError``
  public func exchangeRates(
    between currencies: Set<Currency>, on days: ClosedRange<CalendarDay>, asOf entry: Int64? = nil
  ) throws(LedgerError) -> ExchangeRates {
    let first = CalendarDay(
      daysSince1970: days.lowerBound.daysSince1970 - ExchangeRates.maximumAge)
    return ExchangeRates(
      try rates(
        between: currencies.union([ExchangeRates.pivot]),
        on: (first ?? days.lowerBound)...days.upperBound, asOf: entry))
  }
}
