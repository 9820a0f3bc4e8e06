extension Ledger {
  /// A market's totals, in which events are known to have sold nothing where coverages say so.
  ///
  /// - Throws: ``LedgerError``
  func coveredTotals(
    of market: Market, _ request: TotalsRequest
  ) throws(LedgerError) -> MarketTotals {
    let aliases = try currentAliases(asOf: request.asOf)
    let coverages = try coverages(in: market.code, asOf: request.asOf)
      .map { aliases.shown($0.coverage) }
    guard !coverages.isEmpty else { return try totals(request) }
    var request = request
    request.names =
      request.names || coverages.contains { $0.creator != nil }
      || !(request.credit?.candidates.creators.isEmpty ?? true)
    var totals = try totals(request)
    guard totals.events.contains(where: \.isOfUnknownSales) else { return totals }
    let coverage = try saleCoverage(coverages, of: market, request)
    totals.events = totals.events.map { show in
      guard show.isOfUnknownSales else { return show }
      return show.with(knowledge: coverage.knowledge(of: show.event, in: market.currency))
    }
    return totals
  }

  /// Whether all sales of a market in a period are recorded.
  ///
  /// - Throws: ``LedgerError``
  func hasAllSales(
    of market: Market, during period: InstantRange, asOf entry: Int64?
  ) throws(LedgerError) -> Bool {
    let coverages = try coverages(in: market.code, asOf: entry).map(\.coverage)
    guard !coverages.isEmpty else { return false }
    return try saleCoverage(
      coverages, of: market, TotalsRequest(market: market.code, period: period, asOf: entry)
    ).isComplete(during: period)
  }

  private func saleCoverage(
    _ coverages: [Coverage], of market: Market, _ request: TotalsRequest
  ) throws(LedgerError) -> SaleCoverage {
    let span = InstantRange(
      start: coverages.map(\.startsAt).min(), end: coverages.map(\.endsAt).max())
    return SaleCoverage(
      coverages,
      sources: try sourceOrders(in: market.code, during: span, asOf: request.asOf),
      credit: request.credit)
  }
}
