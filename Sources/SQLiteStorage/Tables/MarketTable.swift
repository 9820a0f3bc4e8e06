import LedgerCore
import SQLite

/// The `market` table: the countries that shows sell in.
struct MarketTable: Table {
  static let name = "market"
  static let columns: [Column] = [
    .text("code"), .text("iso_code"), .text("name"), .text("currency"),
    .text("time_zone", nullable: true),
  ]
  static let statements = [selectAll, selectCode, selectUsed]

  private static let selectAll = """
    SELECT market.code, iso_code, market.name, time_zone, currency.code, currency.digits
    FROM market
    JOIN currency ON currency.code = market.currency
    ORDER BY market.code
    """

  private static let selectCode = "SELECT 1 FROM market WHERE code = ?1"

  private static let selectUsed = """
    SELECT code
    FROM market
    WHERE EXISTS (SELECT 1 FROM event WHERE event.market = code)
      OR EXISTS (SELECT 1 FROM market_sale_total WHERE market_sale_total.market = code)
    """

  let connection: Connection

  /// Whether the book has a market.
  func has(_ code: Market.Code) throws(SQLiteError) -> Bool {
    var statement = try connection.statement(Self.selectCode)
    return try statement.first(.text(code.description)) { _ throws(SQLiteError) in true } ?? false
  }

  /// The markets for which the book has events or sales.
  func used() throws(SQLiteError) -> [Market.Code] {
    var statement = try connection.statement(Self.selectUsed)
    return try statement.rows { row throws(SQLiteError) in Market.Code(try row.text(0)) }
  }

  func all() throws(SQLiteError) -> [Market] {
    var statement = try connection.statement(Self.selectAll)
    return try statement.rows { row throws(SQLiteError) in
      Market(
        code: Market.Code(try row.text(0)), isoCode: try row.text(1), name: try row.text(2),
        currency: Currency(code: try row.text(4), digits: Int(try row.integer(5))),
        timeZone: try row.optionalText(3))
    }
  }
}
