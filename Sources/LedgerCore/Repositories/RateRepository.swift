/// Keeps exchange rates, and never changes one that it has kept.
public protocol RateRepository {
  /// Records those rates of the batch that are new, all in one entry.
  ///
  /// A rate of the same value is recorded already, whatever its source.
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<ExchangeRate>

  /// The rates between some currencies, each in the order of its days.
  ///
  /// `currencies`: those of which both of a rate's have to be; `nil` for all.
  /// `days`: the first and the last day.
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) throws(LedgerError) -> [ExchangeRate]
}

extension RateRepository {
  /// What converts amounts of some currencies, dated on some days, into one another.
  ///
  /// One question, for the rates between them and the euro, from a week before the first day on.
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
