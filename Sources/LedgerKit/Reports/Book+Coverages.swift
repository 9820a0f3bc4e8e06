public import LedgerCore

extension Book {
  /// The coverages of a market, or of all, and the weeks in which sales of shows are not known.
  ///
  /// `asOf`: an entry's number, a day or a time; `nil` for now.
  /// - Throws: ``LedgerError``
  public func coverages(
    in market: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> (records: [CoverageRecord], gaps: [CoverageGap]) {
    let entry = try lastEntry(asOf: asOf, in: .utc)
    let chosen = try self.market(market)
    let records = try ledger.coverages(in: chosen?.code, asOf: entry)
    var markets: [Market] = []
    if let chosen {
      markets = [chosen]
    } else {
      let used = try ledger.markets()
      markets = try ledger.reference().markets.filter { used.contains($0.code) }
    }
    var gaps: [CoverageGap] = []
    for market in markets {
      let credit = try use(.credit, asOf: entry)?.setting.value
      gaps += try CoverageGap.gaps(
        of: market, in: ledger, zone: dayZone(nil, in: market, asOf: entry).zone, asOf: entry,
        credit: credit.map { text throws(LedgerError) in try CreditRule(text) })
    }
    return (records, gaps)
  }
}
