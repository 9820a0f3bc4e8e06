/// Answers reports from totals, without reading the facts again.
public protocol ReportRepository {
  /// The markets and currencies that the ledger knows.
  ///
  /// - Throws: ``LedgerError``
  func reference() throws(LedgerError) -> Reference

  /// What a market's report is made of, all from one state of the book.
  ///
  /// `period`: events that start in it and sales dated in it. Its ends lie on quarter
  ///   hours, as the starts of days do in every zone of today.
  /// - Throws: ``LedgerError``
  func totals(
    of market: Market.Code, during period: InstantRange, asOf entry: Int64?
  ) throws(LedgerError) -> MarketTotals
}

extension ReportRepository {
  /// What a market's report is made of now.
  ///
  /// - Throws: ``LedgerError``
  public func totals(
    of market: Market.Code, during period: InstantRange
  ) throws(LedgerError) -> MarketTotals {
    try totals(of: market, during: period, asOf: nil)
  }
}

/// A ledger: everything that the program asks of a storage.
public typealias LedgerRepository = EventRepository & AudienceRepository & SaleRepository
  & ReportedTotalRepository & EntryRepository & VoidRepository & ReportRepository
