import LedgerCore
import Rows

/// The `product_sale_total` table: totals of the sales of a product, by event.
struct ProductSaleTotalTable: Table {
  static let name = "product_sale_total"
  static let columns: [Column] =
    [
      .text("market"), .event.meaning("id of the show; 0 for sales that are credited to none"),
      .text("product", "the product, as sales name it; '' for sales that name none"),
      .text("currency"),
    ]
    + SaleTotalColumns.described([
      "orders": "different orders with a line of kind sale of the product",
      "paid_orders":
        "those of these orders whose lines of kind sale of the product add up to more than 0",
    ])
  static let key = ["market", "event", "product", "currency"]
  static let highs = SaleTotalColumns.highs
  static let statements = [select]

  private static let select = """
    SELECT event, product, currency, \(SaleTotalColumns.names)
    FROM product_sale_total
    WHERE market = ?1 AND lines > 0
    """

  let session: any BookSession
  let currencies: Currencies

  static func rows(
    _ all: [(key: ProductKey, totals: SaleTotals)], isWide: Bool
  ) throws(StorageError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.text, .integer, .text, .text, isWide: isWide)
    for (key, totals) in all {
      rows.append(rows.cell(key.market.description))
      rows.append(key.event ?? 0)
      rows.append(rows.cell(key.product?.text ?? ""))
      rows.append(rows.cell(key.currency.code))
      try rows.append(totals, isWide: isWide)
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
