import LedgerCore
import Rows

/// The `market` table: the countries that shows sell in.
struct MarketTable: Table {
  static let name = "market"
  static let columns: [Column] = [
    .text("code", "code of the country: ISO 3166-1 alpha-2, but UK for GB"),
    .text("iso_code", "ISO 3166-1 alpha-2 code"), .text("name"),
    .text("currency", "currency of the country; a sale may be in another one"),
    .text(
      "time_zone", "IANA name of the time zone; null if clocks differ within the country",
      nullable: true),
  ]
  static let statements = [selectAll, selectCode, selectUsed, selectCurrencies]

  private static let selectAll = """
    SELECT market.code, iso_code, market.name, time_zone, currency.code, currency.digits,
      principal_zone.zone, principal_zone.is_assumed
    FROM market
    JOIN currency ON currency.code = market.currency
    LEFT JOIN principal_zone ON principal_zone.market = market.code
    ORDER BY market.code
    """

  private static let selectCode = "SELECT 1 FROM market WHERE code = ?1"

  private static let selectUsed = """
    SELECT code
    FROM market
    WHERE EXISTS (SELECT 1 FROM event WHERE event.market = code)
      OR EXISTS (SELECT 1 FROM market_sale_total WHERE market_sale_total.market = code)
    """

  private static let selectCurrencies =
    "SELECT DISTINCT currency FROM market_sale_day WHERE lines > 0"

  let session: any BookSession

  /// Whether the book has a market.
  func has(_ code: Market.Code) throws(StorageError) -> Bool {
    return try session.first(Self.selectCode, .text(code.description)) { _ throws(StorageError) in
      true
    } ?? false
  }

  /// The markets for which the book has events or sales.
  func used() throws(StorageError) -> [Market.Code] {
    return try session.rows(Self.selectUsed) { row throws(StorageError) in
      Market.Code(try row.text(0))
    }
  }

  /// The codes of the currencies in which the book has sales.
  func currencies() throws(StorageError) -> [String] {
    try session.rows(Self.selectCurrencies) { row throws(StorageError) in try row.text(0) }
  }

  func all() throws(StorageError) -> [Market] {
    return try session.rows(Self.selectAll) { row throws(StorageError) in
      Market(
        code: Market.Code(try row.text(0)), isoCode: try row.text(1), name: try row.text(2),
        currency: Currency(code: try row.text(4), digits: Int(try row.integer(5))),
        timeZone: try row.optionalText(3),
        principalZone: try row.optionalText(6).map { name throws(StorageError) in
          PrincipalZone(name: name, isAssumed: try row.integer(7) == 1)
        })
    }
  }
}
