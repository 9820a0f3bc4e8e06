/// Answers reports from stored totals, without reading the facts again.
public protocol ReportRepository {
  /// Returns the markets and currencies that the book knows.
  ///
  /// - Throws: ``LedgerError``
  func reference() throws(LedgerError) -> Reference

  /// Returns the markets that have events or sales.
  ///
  /// - Throws: ``LedgerError``
  func markets() throws(LedgerError) -> Set<Market.Code>

  /// Returns the codes of the currencies that the book has sales in.
  ///
  /// - Throws: ``LedgerError``
  func currencies() throws(LedgerError) -> Set<String>

  /// Returns the totals that a market's report needs, all from one state of the book.
  ///
  /// Creators, brands and products have the names that aliases of that state show, unless
  /// ``TotalsRequest/isAsRecorded``.
  ///
  /// - Throws: ``LedgerError``
  func totals(_ request: TotalsRequest) throws(LedgerError) -> MarketTotals

  /// Returns how many people watched an event at once, as of an entry.
  ///
  /// The curve is empty if there is no such event.
  ///
  /// `entry`: the last entry that counts; `nil` for all of them.
  /// - Throws: ``LedgerError``
  func curve(of event: EventKey, asOf entry: Int64?) throws(LedgerError) -> AudienceCurve
}

extension ReportRepository {
  /// Returns the totals that a market's report needs, with sales by currency only.
  ///
  /// - Throws: ``LedgerError``
  public func totals(
    of market: Market.Code, during period: InstantRange, asOf entry: Int64? = nil
  ) throws(LedgerError) -> MarketTotals {
    try totals(TotalsRequest(market: market, period: period, asOf: entry))
  }
}
