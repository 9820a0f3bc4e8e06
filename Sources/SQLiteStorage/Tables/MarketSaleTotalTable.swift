import LedgerCore
import SQLite

/// The `market_sale_total` table: what a market's sales add up to, by quarter of an hour.
struct MarketSaleTotalTable: Table {
  static let name = "market_sale_total"
  static let columns: [Column] =
    [.text("market"), .text("currency"), .integer("quarter"), .integer("is_credited")]
    + SaleTotalColumns.columns
  static let statements = [add, select]

  /// What a row is of.
  struct Key: Hashable {
    let market: Market.Code
    let currency: Currency
    let quarter: Int64
    let isCredited: Bool
  }

  private static let add = """
    INSERT INTO market_sale_total
      (market, currency, quarter, is_credited, \(SaleTotalColumns.names))
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    ON CONFLICT (market, currency, quarter, is_credited) DO UPDATE SET \(SaleTotalColumns.add)
    """
  private static let select = """
    SELECT currency.code, currency.digits, is_credited, \(SaleTotalColumns.sums)
    FROM market_sale_total
    JOIN currency ON currency.code = market_sale_total.currency
    WHERE market = ?1 AND quarter >= ?2 AND quarter < ?3 AND lines > 0
    GROUP BY currency.code, is_credited
    ORDER BY currency.code, is_credited
    """

  let connection: Connection

  func add(_ totals: SaleTotals, to key: Key) throws(SQLiteError) {
    var statement = try connection.statement(Self.add)
    try statement.bind(key.market.description, at: 1)
    try statement.bind(key.currency.code, at: 2)
    try statement.bind(key.quarter, at: 3)
    try statement.bind(key.isCredited ? 1 : 0, at: 4)
    try statement.bind(totals, from: 5)
    try statement.run()
  }

  func totals(
    of market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> [(isCredited: Bool, totals: SaleTotals)] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(
      .text(market.description), .integer(period.start?.quarter ?? .min),
      .integer(period.end?.quarter ?? .max)
    ) { row throws(SQLiteError) in
      let currency = Currency(code: try row.text(0), digits: Int(try row.integer(1)))
      return (
        isCredited: try row.integer(2) == 1,
        totals: try SaleTotals(currency: currency, sums: row, from: 3)
      )
    }
  }
}

extension Instant {
  /// Quarter hours since 1970, rounded down.
  var quarter: Int64 {
    let length: Int64 = 15 * 60 * 1000
    let quarter = milliseconds / length
    return milliseconds % length < 0 ? quarter - 1 : quarter
  }
}
