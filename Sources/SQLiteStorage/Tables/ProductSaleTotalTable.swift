import LedgerCore
import SQLite

/// The `product_sale_total` table: totals of the sales of a product, by event.
struct ProductSaleTotalTable: Table {
  static let name = "product_sale_total"
  static let columns: [Column] =
    [.text("market"), .integer("event"), .text("product"), .text("currency")]
    + SaleTotalColumns.columns
  static let key = ["market", "event", "product", "currency"]
  static let statements = [add, select]

  /// What identifies a row.
  struct Key: Hashable {
    let market: Market.Code
    let event: Int64?
    let product: ByteText?
    let currency: Currency

    /// Hashes what differs most often, which is faster than hashing everything.
    func hash(into hasher: inout Hasher) {
      hasher.combine(event)
      hasher.combine(product)
    }
  }

  /// Adds the rows that ``rows(_:)`` makes.
  static let add = """
    INSERT INTO product_sale_total (market, event, product, currency, \(SaleTotalColumns.names))
    SELECT c0, c1, c2, c3, \(SaleTotalColumns.cells(from: 4)) FROM bound WHERE true
    ON CONFLICT (market, event, product, currency) DO UPDATE SET \(SaleTotalColumns.add)
    """
  private static let select = """
    SELECT event, product, currency, \(SaleTotalColumns.names)
    FROM product_sale_total
    WHERE market = ?1 AND lines > 0
    """

  let connection: Connection
  let currencies: Currencies

  static func rows(_ all: [(key: Key, totals: SaleTotals)]) throws(SQLiteError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.text, .integer, .text, .text)
    for (key, totals) in all {
      rows.append(rows.cell(key.market.description))
      rows.append(key.event ?? 0)
      rows.append(rows.cell(key.product?.text ?? ""))
      rows.append(rows.cell(key.currency.code))
      try rows.append(totals)
    }
    return rows
  }

  func totals(of market: Market.Code) throws(SQLiteError) -> [(key: Key, totals: SaleTotals)] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.text(market.description)) { row throws(SQLiteError) in
      let currency = try currencies.known(try row.text(2))
      let (event, product) = (try row.integer(0), try row.text(1))
      return (
        Key(
          market: market, event: event == 0 ? nil : event,
          product: product.isEmpty ? nil : ByteText(product),
          currency: currency),
        try SaleTotals(currency: currency, row: row, from: 3)
      )
    }
  }
}
