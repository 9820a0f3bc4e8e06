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
  static let statements = [insert, selectOrder]

  private static let insert = """
    INSERT INTO sale
      (source, order_number, line, kind, entry, market, event, product, quantity, amount_micros,
       currency, at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    """
  private static let selectOrder = """
    SELECT line, kind, sale.market, event.id, event.key, product, quantity, amount_micros, currency,
      currency.digits, at
    FROM sale
    JOIN currency ON currency.code = sale.currency
    LEFT JOIN event ON event.id = sale.event
    WHERE source = ?1 AND order_number = ?2
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

  /// The movements of an order.
  func movements(
    source: Int64, name: String, order: String
  ) throws(SQLiteError) -> [OrderMovement] {
    var statement = try connection.statement(Self.selectOrder)
    return try statement.rows(.integer(source), .text(order)) { row throws(SQLiteError) in
      try OrderMovement(row: row, source: name, order: order)
    }
  }
}

/// A sale with what the book knows of its event: the row, and the market where it names none.
struct OrderMovement {
  let sale: Sale
  let event: Int64?
  let market: Market.Code
}

extension OrderMovement {
  fileprivate init(
    row: borrowing Row, source: String, order: String
  ) throws(SQLiteError) {
    guard let kind = Sale.Kind(rawValue: try row.text(1)) else {
      throw .damaged("a sale's kind is none")
    }
    let market = Market.Code(try row.text(2))
    let event = try row.optionalInteger(3)
    let amount = Money(
      micros: Int128(try row.integer(7)),
      currency: Currency(code: try row.text(8), digits: Int(try row.integer(9))))
    do {
      sale = try Sale(
        source: source, order: order, line: try row.integer(0), kind: kind,
        product: try row.optionalText(5), quantity: try row.integer(6), amount: amount,
        at: try row.instant(10), event: event == nil ? nil : try row.eventKey(4), market: market)
    } catch let error as SQLiteError {
      throw error
    } catch {
      throw .damaged("a sale is none: \(error)")
    }
    self.event = event
    self.market = market
  }
}
