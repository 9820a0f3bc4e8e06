import LedgerCore
import Rows

/// The `sale_source` table: the systems that number orders.
struct SaleSourceTable: Table {
  static let name = "sale_source"
  static let columns: [Column] = [.id, .text("name"), .entry]
  static let statements = [select, selectNames, selectOrders]

  private static let select = "SELECT id FROM sale_source WHERE name = ?1"

  private static let selectNames = "SELECT id, name FROM sale_source"

  private static let selectOrders = """
    SELECT sale_source.name, count(DISTINCT order_number),
      count(DISTINCT CASE
        WHEN event IS NOT NULL OR \(CreditTable.credited("sale", asOf: "?4")) IS NOT NULL
        THEN order_number END)
    FROM sale
    JOIN sale_source ON sale_source.id = sale.source
    WHERE sale.market = ?1 AND kind = 'sale' AND at >= ?2 AND at < ?3 AND sale.entry <= ?4
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry AND void.entry <= ?4)
    GROUP BY sale.source
    ORDER BY sale_source.name
    """

  let session: any BookSession

  /// How many orders each source of a market sold in a period; reads all sales.
  func orders(
    in market: Market.Code, during period: InstantRange, asOf entry: Int64
  ) throws(StorageError) -> [SourceOrders] {
    try session.rows(
      Self.selectOrders, .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max), .integer(entry)
    ) { row throws(StorageError) in
      SourceOrders(
        source: try row.text(0), orders: try row.integer(1), credited: try row.integer(2))
    }
  }

  /// The names of all sources, by their rows.
  func names() throws(StorageError) -> [Int64: String] {
    let rows = try session.rows(Self.selectNames) { row throws(StorageError) in
      (try row.integer(0), try row.text(1))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  func insert(_ name: String, entry: any EntryWriter) throws(StorageError) -> Int64 {
    try entry.insertNumbered(
      [.text(name), .integer(entry.number)], into: Self.self)
  }

  func id(_ name: String) throws(StorageError) -> Int64? {
    return try session.first(Self.select, .text(name)) { row throws(StorageError) in
      try row.integer(0)
    }
  }
}
