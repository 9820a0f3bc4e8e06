import LedgerCore
import SQLite

/// The `sale` table: dated movements of units and money.
struct SaleTable: Table {
  static let name = "sale"
  static let columns: [Column] = [
    .integer("source"), .text("order_number"), .integer("line"), .text("kind"), .integer("entry"),
    .text("market"), .integer("event", nullable: true), .text("product", nullable: true),
    .integer("quantity"), .integer("amount_micros"), .text("currency"), .integer("at"),
  ]
  static let statements = [insert, selectOrder, selectMarket, selectOrders, selectEntries]

  private static let insert = """
    INSERT INTO sale
      (source, order_number, line, kind, entry, market, event, product, quantity, amount_micros,
       currency, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    """
  private static let selectOrder = """
    SELECT \(fields)
    FROM sale
    JOIN sale_source ON sale_source.id = sale.source
    JOIN currency ON currency.code = sale.currency
    LEFT JOIN event ON event.id = sale.event
    WHERE source = ?1 AND order_number = ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry)
    """
  private static let selectMarket = """
    SELECT \(fields)
    FROM sale
    JOIN sale_source ON sale_source.id = sale.source
    JOIN currency ON currency.code = sale.currency
    LEFT JOIN event ON event.id = sale.event
    WHERE sale.market = ?1 AND sale.entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry AND void.entry <= ?2)
    ORDER BY sale.source, sale.order_number
    """
  private static let selectOrders = """
    SELECT DISTINCT source, order_number, entry
    FROM sale
    WHERE entry BETWEEN ?1 AND ?2
    """
  private static let selectEntries = "SELECT DISTINCT entry FROM sale WHERE event = ?1"
  private static let fields = """
    sale_source.name, order_number, line, kind, sale.market, event.id, event.key, product, quantity,
      amount_micros, currency, currency.digits, at, sale.entry
    """

  let connection: Connection

  func insert(
    _ movement: OrderMovement, source: Int64, entry: Int64
  ) throws(SQLiteError) {
    let sale = movement.sale
    var statement = try connection.statement(Self.insert)
    try statement.bind(source, at: 1)
    try statement.bind(sale.key.order, at: 2)
    try statement.bind(sale.key.line, at: 3)
    try statement.bind(sale.key.kind.rawValue, at: 4)
    try statement.bind(entry, at: 5)
    try statement.bind(movement.market.description, at: 6)
    try statement.bind(movement.event, at: 7)
    try statement.bind(sale.product, at: 8)
    try statement.bind(sale.quantity, at: 9)
    try statement.bind(Int64(sale.amount.micros), at: 10)
    try statement.bind(sale.amount.currency.code, at: 11)
    try statement.bind(sale.at.milliseconds, at: 12)
    try statement.run()
  }

  /// The current movements of an order.
  func movements(source: Int64, order: String) throws(SQLiteError) -> [OrderMovement] {
    var statement = try connection.statement(Self.selectOrder)
    return try statement.rows(.integer(source), .text(order), decode: OrderMovement.init(row:))
  }

  /// Lends the movements of a market that were current when an entry was the last, order by order.
  func forEachMovement(
    of market: Market.Code, asOf entry: Int64, body: (OrderMovement) -> Void
  ) throws(SQLiteError) {
    var statement = try connection.statement(Self.selectMarket)
    try statement.forEach(.text(market.description), .integer(entry)) { row throws(SQLiteError) in
      body(try OrderMovement(row: row))
    }
  }

  /// The entries that recorded movements credited to an event. Reads the whole table.
  func entries(event: Int64) throws(SQLiteError) -> [Int64] {
    var statement = try connection.statement(Self.selectEntries)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in try row.integer(0) }
  }

  /// The orders of which some entries recorded movements. Reads the whole table.
  func orders(
    ofEntries entries: Set<Int64>
  ) throws(SQLiteError) -> [(source: Int64, number: String)] {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var statement = try connection.statement(Self.selectOrders)
    var orders: [(source: Int64, number: String)] = []
    try statement.forEach(.integer(first), .integer(last)) { row throws(SQLiteError) in
      guard entries.contains(try row.integer(2)) else { return }
      let order = (source: try row.integer(0), number: try row.text(1))
      // Rows of an order are neighbours.
      if orders.last?.source == order.source, orders.last?.number == order.number { return }
      orders.append(order)
    }
    return orders
  }
}

/// A sale with what the book knows of its event: the row, and the market where it names none.
struct OrderMovement {
  let sale: Sale
  let event: Int64?
  let market: Market.Code
  /// The entry that recorded it; `nil` where none has yet.
  var entry: Int64?
}

extension OrderMovement {
  fileprivate init(row: borrowing Row) throws(SQLiteError) {
    guard let kind = Sale.Kind(rawValue: try row.text(3)) else {
      throw .damaged("a sale's kind is none")
    }
    let market = Market.Code(try row.text(4))
    let event = try row.optionalInteger(5)
    let amount = Money(
      micros: Int128(try row.integer(9)),
      currency: Currency(code: try row.text(10), digits: Int(try row.integer(11))))
    do {
      sale = try Sale(
        source: try row.text(0), order: try row.text(1), line: try row.integer(2), kind: kind,
        product: try row.optionalText(7), quantity: try row.integer(8), amount: amount,
        at: try row.instant(12), event: event == nil ? nil : try row.eventKey(6), market: market)
    } catch let error as SQLiteError {
      throw error
    } catch {
      throw .damaged("a sale is none: \(error)")
    }
    entry = try row.integer(13)
    self.event = event
    self.market = market
  }
}
