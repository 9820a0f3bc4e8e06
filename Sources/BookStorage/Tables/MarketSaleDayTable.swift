import LedgerCore
import Rows

/// The `market_sale_day` table: totals of a market's sales, by day.
struct MarketSaleDayTable: Table {
  static let name = "market_sale_day"
  static let columns: [Column] =
    [.text("market"), .text("currency"), .integer("day", "the day, UTC"), .integer("is_credited")]
    + SaleTotalColumns.columns
  static let key = ["market", "currency", "day", "is_credited"]
  static let highs = SaleTotalColumns.highs
  static let statements = [select, selectMix]

  private static let select = """
    SELECT is_credited, day, \(SaleTotalColumns.names)
    FROM market_sale_day
    WHERE market = ?1 AND currency = ?2 AND day >= ?3 AND day < ?4 AND lines > 0
    """

  private static let selectMix = """
    SELECT
      EXISTS (SELECT 1 FROM market_sale_day WHERE market = ?1 AND is_credited = 1 AND lines > 0),
      EXISTS (SELECT 1 FROM market_sale_day WHERE market = ?1 AND is_credited = 0 AND lines > 0),
      EXISTS (SELECT 1 FROM market_sale_day WHERE market = ?1 AND is_credited = 0
        AND (units_cancelled < 0 OR units_refunded < 0 OR cancelled_micros < 0
          OR refunded_micros < 0 OR cancelled_high < 0 OR refunded_high < 0
          OR cancellations_without_units > 0 OR refunds_without_units > 0)),
      (SELECT min(currency) < max(currency) FROM market_sale_day WHERE market = ?1 AND lines > 0),
      (SELECT ifnull(sum(orders), 0) FROM event_sale_total
        WHERE event IN (SELECT id FROM event WHERE market = ?1))
        > (SELECT ifnull(sum(orders), 0) FROM market_sale_day
          WHERE market = ?1 AND is_credited = 1)
    """

  /// What kinds of sales a market has.
  struct Mix {
    var hasCredited = false
    /// Whether units or money came back that are credited to no event.
    var hasUncreditedReturns = false
    /// Whether an order may be of several events, counting none as one, or currencies.
    var mayHaveSplitOrders = false
  }

  let session: any BookSession

  static func rows(
    _ all: [(key: MarketDayKey, totals: SaleTotals)], isWide: Bool
  ) throws(StorageError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.text, .text, .integer, .integer, isWide: isWide)
    for (key, totals) in all {
      rows.append(rows.cell(key.market.description))
      rows.append(rows.cell(key.currency.code))
      rows.append(key.day)
      rows.append(key.isCredited ? 1 : 0)
      try rows.append(totals, isWide: isWide)
    }
    return rows
  }

  /// What kinds of sales a market has, by all of its totals.
  func mix(of market: Market.Code) throws(StorageError) -> Mix {
    try session.first(Self.selectMix, .text(market.description)) { row throws(StorageError) in
      let hasCredited = try row.integer(0) > 0
      let hasUncredited = try row.integer(1) > 0
      let hasCurrencies = try row.optionalInteger(3) == 1
      let hasRepeats = try row.integer(4) > 0
      return Mix(
        hasCredited: hasCredited, hasUncreditedReturns: try row.integer(2) > 0,
        mayHaveSplitOrders: (hasCredited && hasUncredited) || hasCurrencies || hasRepeats)
    } ?? Mix()
  }

  /// Calls `body` with a market's sales in a currency, by day.
  ///
  /// It also gets whether an event is credited.
  func forEach(
    of market: Market.Code, _ currency: Currency, on days: Range<Int64>,
    _ body: (Bool, Int64, SaleTotals) throws(StorageError) -> Void
  ) throws(StorageError) {
    try session.forEach(
      Self.select,
      .text(market.description), .text(currency.code), .integer(days.lowerBound),
      .integer(days.upperBound)
    ) { row throws(StorageError) in
      try body(
        try row.integer(0) == 1, try row.integer(1),
        try SaleTotals(currency: currency, row: row, from: 2))
    }
  }
}
