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

  /// How many people watched an event at once, as was known when an entry was the last; empty of an
  /// event that is not there.
  ///
  /// `entry`: `nil` for all of them.
  /// - Throws: ``LedgerError``
  func curve(of event: EventKey, asOf entry: Int64?) throws(LedgerError) -> AudienceCurve
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
  & EntryRepository & AmendmentRepository & VoidRepository & ReportRepository
  & RateRepository & TargetRepository & MembershipRepository & DriftRepository & HistoryRepository
  & NameRepository
