import LedgerCore
import Rows

/// A market's sales in a period: whole days where possible, otherwise quarters of an hour.
struct MarketSales {
  private let days: MarketSaleDayTable
  private let quarters: MarketSaleTotalTable
  private let market: Market.Code
  private let period: InstantRange

  init(
    of market: Market.Code, during period: InstantRange, _ session: any BookSession,
    _ currencies: Currencies
  ) {
    days = MarketSaleDayTable(session: session)
    quarters = MarketSaleTotalTable(session: session, currencies: currencies)
    self.market = market
    self.period = period
  }

  /// By currency and by whether an event is credited.
  func sums() throws(StorageError) -> [MarketTotals.Sales] {
    var credited: [MarketTotals.Sales] = []
    var uncredited: [MarketTotals.Sales] = []
    for currency in try quarters.currencies(of: market) {
      // Added up here: an engine takes three times as long for as many sums.
      var (sum, uncreditedSum) = (SaleTotals(currency: currency), SaleTotals(currency: currency))
      try forEach(currency, isWhole: { _ in true }) { isCredited, _, totals in
        if isCredited { sum += totals } else { uncreditedSum += totals }
      }
      if sum.lines > 0 { credited.append(MarketTotals.Sales(isCredited: true, totals: sum)) }
      if uncreditedSum.lines > 0 {
        uncredited.append(MarketTotals.Sales(isCredited: false, totals: uncreditedSum))
      }
    }
    return credited + uncredited
  }

  /// The same, also by time: each row is in one group of a grouping by time.
  func groups(of grouping: Grouping, in zone: TimeZone) throws(StorageError) -> [MarketTotals.Sales]
  {
    try rows { grouping.hasInOneGroup(utcDay: $0, zone) }
  }

  /// The same, by quarter of an hour.
  func byQuarter() throws(StorageError) -> [MarketTotals.Sales] { try rows { _ in false } }

  private func rows(isWhole: (Int64) -> Bool) throws(StorageError) -> [MarketTotals.Sales] {
    var sales: [MarketTotals.Sales] = []
    for currency in try quarters.currencies(of: market) {
      try forEach(currency, isWhole: isWhole) { isCredited, quarter, totals in
        sales.append(
          MarketTotals.Sales(
            isCredited: isCredited, at: Instant(quarter: quarter), totals: totals))
      }
    }
    return sales
  }

  /// Calls `body` with whole days where possible, otherwise with quarters of an hour.
  ///
  /// `body` gets the first quarter of what is added up.
  private func forEach(
    _ currency: Currency, isWhole: (Int64) -> Bool, _ body: (Bool, Int64, SaleTotals) -> Void
  ) throws(StorageError) {
    let parts = SaleDays(period)
    try quarters.forEach(of: market, currency, in: parts.head, body)
    var split: Int64?
    try days.forEach(of: market, currency, on: parts.days) {
      isCredited, day, totals throws(StorageError) in
      let all = SaleDays.quarters(ofDay: day)
      if isWhole(day) {
        body(isCredited, all.lowerBound, totals)
      } else if day != split {
        // This covers the other rows of the day as well.
        split = day
        try quarters.forEach(of: market, currency, in: all, body)
      }
    }
    try quarters.forEach(of: market, currency, in: parts.tail, body)
  }
}
