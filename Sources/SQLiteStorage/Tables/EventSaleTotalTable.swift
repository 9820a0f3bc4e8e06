import LedgerCore
import SQLite

/// The `event_sale_total` table: what the sales credited to an event add up to.
struct EventSaleTotalTable: Table {
  static let name = "event_sale_total"
  static let columns: [Column] =
    [.integer("event"), .text("currency")] + SaleTotalColumns.columns
  static let statements = [add, select]

  private static let add = """
    INSERT INTO event_sale_total (event, currency, \(SaleTotalColumns.names))
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT (event, currency) DO UPDATE SET \(SaleTotalColumns.add)
    """
  private static let select = """
    SELECT currency.code, currency.digits, \(SaleTotalColumns.sums)
    FROM event_sale_total
    JOIN currency ON currency.code = event_sale_total.currency
    WHERE event = ?1 AND lines > 0
    GROUP BY currency.code
    ORDER BY currency.code
    """

  let connection: Connection

  func add(_ totals: SaleTotals, event: Int64) throws(SQLiteError) {
    var statement = try connection.statement(Self.add)
    try statement.bind(event, at: 1)
    try statement.bind(totals.currency.code, at: 2)
    try statement.bind(totals, from: 3)
    try statement.run()
  }

  func totals(of event: Int64) throws(SQLiteError) -> [SaleTotals] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in
      let currency = Currency(code: try row.text(0), digits: Int(try row.integer(1)))
      return try SaleTotals(currency: currency, sums: row, from: 2)
    }
  }
}
