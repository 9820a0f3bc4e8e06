import LedgerCore
import Rows

/// The `product_sale_total` table: totals of the sales of a product, by event.
struct ProductSaleTotalTable: Table {
  static let name = "product_sale_total"
  static let columns: [Column] =
    [.text("market"), .event, .text("product"), .text("currency")]
    + SaleTotalColumns.columns
  static let key = ["market", "event", "product", "currency"]
  static let statements = [select]

  private static let select = """
    SELECT event, product, currency, \(SaleTotalColumns.names)
    FROM product_sale_total
    WHERE market = ?1 AND lines > 0
    """

  let session: any BookSession
  let currencies: Currencies

  static func rows(_ all: [(key: ProductKey, totals: SaleTotals)]) throws(StorageError) -> BoundRows
  {
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

  func totals(of market: Market.Code) throws(StorageError) -> [(
    key: ProductKey, totals: SaleTotals
  )] {
    return try session.rows(Self.select, .text(market.description)) { row throws(StorageError) in
      let currency = try currencies.known(try row.text(2))
      let (event, product) = (try row.integer(0), try row.text(1))
      return (
        ProductKey(
          market: market, event: event == 0 ? nil : event,
          product: product.isEmpty ? nil : ByteText(product),
          currency: currency),
        try SaleTotals(currency: currency, row: row, from: 3)
      )
    }
  }
}
