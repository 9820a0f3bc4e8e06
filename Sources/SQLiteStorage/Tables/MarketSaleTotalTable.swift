import LedgerCore
import SQLite

/// The `market_sale_total` table: what a market's sales add up to, by quarter of an hour.
struct MarketSaleTotalTable: Table {
  static let name = "market_sale_total"
  static let columns: [Column] =
    [.text("market"), .text("currency"), .integer("quarter"), .integer("is_credited")]
    + SaleTotalColumns.columns
  static let key = ["market", "currency", "quarter", "is_credited"]
  static let statements = [add, selectNextCurrency, select]

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

  /// Adds rows of ``rows(_:)``.
  static let add = """
    INSERT INTO market_sale_total
      (market, currency, quarter, is_credited, \(SaleTotalColumns.names))
    SELECT c0, c1, c2, c3, \(SaleTotalColumns.cells(from: 4)) FROM bound WHERE true
    ON CONFLICT (market, currency, quarter, is_credited) DO UPDATE SET \(SaleTotalColumns.add)
    """
  private static let selectNextCurrency = """
    SELECT min(currency)
    FROM market_sale_total
    WHERE market = ?1 AND currency > ?2
    """
  private static let select = """
    SELECT is_credited, quarter, \(SaleTotalColumns.names)
    FROM market_sale_total
    WHERE market = ?1 AND currency = ?2 AND quarter >= ?3 AND quarter < ?4 AND lines > 0
    """

  let connection: Connection
  let currencies: Currencies

  static func rows(_ all: [(key: Key, totals: SaleTotals)]) throws(SQLiteError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.text, .text, .integer, .integer)
    for (key, totals) in all {
      rows.append(rows.cell(key.market.description))
      rows.append(rows.cell(key.currency.code))
      rows.append(key.quarter)
      rows.append(key.isCredited ? 1 : 0)
      try rows.append(totals)
    }
    return rows
  }

  /// A market's sales of one currency, by whether an event is credited and by quarter of an hour.
  func forEach(
    of market: Market.Code, _ currency: Currency, in quarters: Range<Int64>,
    _ body: (Bool, Int64, SaleTotals) -> Void
  ) throws(SQLiteError) {
    guard !quarters.isEmpty else { return }
    var statement = try connection.statement(Self.select)
    try statement.forEach(
      .text(market.description), .text(currency.code), .integer(quarters.lowerBound),
      .integer(quarters.upperBound)
    ) { row throws(SQLiteError) in
      body(
        try row.integer(0) == 1, try row.integer(1),
        try SaleTotals(currency: currency, row: row, from: 2))
    }
  }

  /// In which a market has sales: one look into the key for each, as no `DISTINCT` does it.
  func currencies(of market: Market.Code) throws(SQLiteError) -> [Currency] {
    var statement = try connection.statement(Self.selectNextCurrency)
    var found: [Currency] = []
    while let code = try statement.first(
      .text(market.description), .text(found.last?.code ?? ""),
      decode: { row throws(SQLiteError) in try row.optionalText(0) }) ?? nil
    {
      found.append(try currencies.known(code))
    }
    return found
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
