import LedgerCore
import Rows

/// The `market_sale_day` table: totals of a market's sales, by day.
struct MarketSaleDayTable: Table {
  static let name = "market_sale_day"
  static let columns: [Column] =
    [.text("market"), .text("currency"), .integer("day", "the day, UTC"), .integer("is_credited")]
    + SaleTotalColumns.columns
  static let key = ["market", "currency", "day", "is_credited"]
  static let statements = [select]

  private static let select = """
    SELECT is_credited, day, \(SaleTotalColumns.names)
    FROM market_sale_day
    WHERE market = ?1 AND currency = ?2 AND day >= ?3 AND day < ?4 AND lines > 0
    """

  let session: any BookSession

  static func rows(_ all: [(key: MarketDayKey, totals: SaleTotals)]) throws(StorageError)
    -> BoundRows
  {
    var rows = SaleTotalColumns.bound(.text, .text, .integer, .integer)
    for (key, totals) in all {
      rows.append(rows.cell(key.market.description))
      rows.append(rows.cell(key.currency.code))
      rows.append(key.day)
      rows.append(key.isCredited ? 1 : 0)
      try rows.append(totals)
    }
    return rows
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
