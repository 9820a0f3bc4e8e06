import SQLite

/// The rows to add to the tables of totals.
struct SaleTotalRows {
  private let events: BoundRows
  private let quarters: BoundRows
  private let markets: BoundRows
  private let days: BoundRows
  private let products: BoundRows

  /// Fails if a total exceeds 64 bits.
  init(_ changes: SaleTotalChanges) throws(SQLiteError) {
    events = try EventSaleTotalTable.rows(changes.ofEvents.map { ($0.event, $1) })
    quarters = try EventSaleQuarterTable.rows(changes.ofEventQuarters)
    let ofMarkets = changes.ofMarkets
    markets = try MarketSaleTotalTable.rows(ofMarkets)
    days = try MarketSaleDayTable.rows(SaleTotalChanges.byDay(ofMarkets))
    products = try ProductSaleTotalTable.rows(changes.ofProducts)
  }

  func add(to connection: Connection) throws(SQLiteError) {
    try Self.add(events, by: EventSaleTotalTable.add, connection)
    try Self.add(quarters, by: EventSaleQuarterTable.add, connection)
    try Self.add(markets, by: MarketSaleTotalTable.add, connection)
    try Self.add(days, by: MarketSaleDayTable.add, connection)
    try Self.add(products, by: ProductSaleTotalTable.add, connection)
  }

  private static func add(
    _ rows: BoundRows, by sql: String, _ connection: Connection
  ) throws(SQLiteError) {
    var statement = try connection.statement(sql)
    try statement.run(over: rows)
  }
}
