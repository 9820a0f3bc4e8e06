/// Answers reports from totals, without reading the facts again.
public protocol ReportRepository {
  /// The markets and currencies that the ledger knows.
  ///
  /// - Throws: ``LedgerError``
  func reference() throws(LedgerError) -> Reference

  /// The markets that have events or sales.
  ///
  /// - Throws: ``LedgerError``
  func markets() throws(LedgerError) -> Set<Market.Code>

  /// What a market's report is made of, all from one state of the book.
  ///
  /// - Throws: ``LedgerError``
  func totals(_ question: TotalsQuestion) throws(LedgerError) -> MarketTotals
}

extension ReportRepository {
  /// What a market's report is made of; sales only by currency.
  ///
  /// - Throws: ``LedgerError``
  public func totals(
    of market: Market.Code, during period: InstantRange, asOf entry: Int64? = nil
  ) throws(LedgerError) -> MarketTotals {
    try totals(TotalsQuestion(market: market, period: period, asOf: entry))
  }
}

/// A ledger: everything that the program asks of a storage.
public typealias LedgerRepository = EventRepository & AudienceRepository & SaleRepository
  & ReportedTotalRepository & ClaimRepository & SurveyRepository
  & EntryRepository & VoidRepository & ReportRepository
  & RateRepository & TargetRepository & MembershipRepository & DriftRepository
