import LedgerCore
import Rows

/// The `market_sale_total` table: totals of a market's sales, by quarter of an hour.
struct MarketSaleTotalTable: Table {
  static let name = "market_sale_total"
  static let columns: [Column] =
    [
      .text("market"), .text("currency"), .integer("quarter", "the quarter of an hour"),
      .integer("is_credited"),
    ]
    + SaleTotalColumns.columns
  static let key = ["market", "currency", "quarter", "is_credited"]
  static let highs = SaleTotalColumns.highs
  static let statements = [selectNextCurrency, select]

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

  let session: any BookSession
  let currencies: Currencies

  static func rows(
    _ all: [(key: MarketQuarterKey, totals: SaleTotals)], isWide: Bool
  ) throws(StorageError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.text, .text, .integer, .integer, isWide: isWide)
    for (key, totals) in all {
      rows.append(rows.cell(key.market.description))
      rows.append(rows.cell(key.currency.code))
      rows.append(key.quarter)
      rows.append(key.isCredited ? 1 : 0)
      try rows.append(totals, isWide: isWide)
    }
    return rows
  }

  /// Calls `body` with a market's sales in a currency, by quarter of an hour.
  ///
  /// It also gets whether an event is credited.
  func forEach(
    of market: Market.Code, _ currency: Currency, in quarters: Range<Int64>,
    _ body: (Bool, Int64, SaleTotals) -> Void
  ) throws(StorageError) {
    guard !quarters.isEmpty else { return }
    try session.forEach(
      Self.select,
      .text(market.description), .text(currency.code), .integer(quarters.lowerBound),
      .integer(quarters.upperBound)
    ) { row throws(StorageError) in
      body(
        try row.integer(0) == 1, try row.integer(1),
        try SaleTotals(currency: currency, row: row, from: 2))
    }
  }

  /// The currencies of a market's sales: one lookup in the key for each, unlike `DISTINCT`.
  func currencies(of market: Market.Code) throws(StorageError) -> [Currency] {
    var found: [Currency] = []
    while let code = try session.first(
      Self.selectNextCurrency,
      .text(market.description), .text(found.last?.code ?? ""),
      decode: { row throws(StorageError) in try row.optionalText(0) }) ?? nil
    {
      found.append(try currencies.known(code))
    }
    return found
  }
}
