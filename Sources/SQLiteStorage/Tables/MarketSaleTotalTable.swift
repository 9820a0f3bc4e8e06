import LedgerCore
import SQLite

/// The `market_sale_total` table: what a market's sales add up to, by quarter of an hour.
struct MarketSaleTotalTable: Table {
  static let name = "market_sale_total"
  static let columns: [Column] =
    [.text("market"), .text("currency"), .integer("quarter"), .integer("is_credited")]
    + SaleTotalColumns.columns
  static let key = ["market", "currency", "quarter", "is_credited"]
  static let statements = [add, select, selectQuarters]

  /// What a row is of.
  struct Key: Hashable {
    let market: Market.Code
    let currency: Currency
    let quarter: Int64
    let isCredited: Bool

    /// What mostly differs: that is faster than to hash all.
    func hash(into hasher: inout Hasher) {
      hasher.combine(quarter)
      hasher.combine(isCredited)
    }
  }

  private static let add = """
    INSERT INTO market_sale_total
      (market, currency, quarter, is_credited, \(SaleTotalColumns.names))
    VALUES (?1, ?2, ?3, ?4, \(SaleTotalColumns.parameters(from: 5)))
    ON CONFLICT (market, currency, quarter, is_credited) DO UPDATE SET \(SaleTotalColumns.add)
    """
  private static let select = """
    SELECT currency, is_credited, \(SaleTotalColumns.sums)
    FROM market_sale_total
    WHERE market = ?1 AND quarter >= ?2 AND quarter < ?3 AND lines > 0
    GROUP BY currency, is_credited
    ORDER BY is_credited DESC, currency
    """
  private static let selectQuarters = """
    SELECT currency, is_credited, quarter, \(SaleTotalColumns.names)
    FROM market_sale_total
    WHERE market = ?1 AND quarter >= ?2 AND quarter < ?3 AND lines > 0
    """

  let connection: Connection
  let currencies: Currencies

  func add(_ totals: SaleTotals, to key: Key) throws(SQLiteError) {
    var statement = try connection.statement(Self.add)
    try statement.bind(key.market.description, at: 1)
    try statement.bind(key.currency.code, at: 2)
    try statement.bind(key.quarter, at: 3)
    try statement.bind(key.isCredited ? 1 : 0, at: 4)
    try statement.bind(totals, from: 5)
    try statement.run()
  }

  /// A market's sales of a period, by currency and by whether an event is credited.
  func totals(
    of market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> [MarketTotals.Sales] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(
      .text(market.description), .integer(period.start?.quarter ?? .min),
      .integer(period.end?.quarter ?? .max)
    ) { row throws(SQLiteError) in
      MarketTotals.Sales(
        isCredited: try row.integer(1) == 1,
        totals: try SaleTotals(
          currency: try currencies.known(try row.text(0)), sums: row, from: 2))
    }
  }

  /// The same, also by quarter of an hour.
  func quarters(
    of market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> [MarketTotals.Sales] {
    var statement = try connection.statement(Self.selectQuarters)
    return try statement.rows(
      .text(market.description), .integer(period.start?.quarter ?? .min),
      .integer(period.end?.quarter ?? .max)
    ) { row throws(SQLiteError) in
      MarketTotals.Sales(
        isCredited: try row.integer(1) == 1, at: Instant(quarter: try row.integer(2)),
        totals: try SaleTotals(
          currency: try currencies.known(try row.text(0)), row: row, from: 3))
    }
  }
}

extension Instant {
  private static let quarterLength: Int64 = 15 * 60 * 1000

  /// Quarter hours since 1970, rounded down.
  var quarter: Int64 {
    let quarter = milliseconds / Self.quarterLength
    return milliseconds % Self.quarterLength < 0 ? quarter - 1 : quarter
  }

  /// The first instant of a quarter hour; the earliest of all for one that starts before it.
  init(quarter: Int64) {
    let (milliseconds, overflow) = quarter.multipliedReportingOverflow(by: Self.quarterLength)
    let nearest: Instant = quarter < 0 ? .earliest : .latest
    self = overflow ? nearest : Instant(milliseconds: milliseconds) ?? nearest
  }
}
