import LedgerCore
import Rows

/// The `sale` table: dated movements of units and money.
struct SaleTable: Table {
  static let name = "sale"
  static let columns: [Column] = [
    .source.meaning("id of the system that numbers the orders, a sale_source"),
    .text("order_number"), .integer("line"),
    .text("kind", "sale, cancellation, refund or adjustment"), .entry,
    .text("market"),
    .optionalEvent.meaning("id of the show that it is credited to; null if there is none"),
    .text("product", nullable: true),
    .integer(
      "quantity", "number of units; negative for units that came back, 0 where they are not known"),
    .integer("amount_micros", "the amount; 0 or below for cancellations and refunds"),
    .text("currency", "currency of the amount"),
    .integer("at", "time of the movement, or the latest that a refund can have been made"),
    .integer("quantity_unknown", "1 if the number of units is not known", defaultValue: 0),
    .integer(
      "not_before", "the earliest that a refund can have been made; null if at is exact",
      nullable: true),
    .integer(
      "observed_at",
      "time of which the source shows the state of the order; null if it does not say",
      nullable: true),
  ]
  static let key = ["source", "order_number", "line", "kind", "entry"]
  static let statements = [
    selectEnds, selectOrders, selectCredited, selectMarket, selectMarketChannels, selectSplit,
    selectReturned,
    selectFollowed,
    selectOfEntries, selectRecorded, selectBounded,
  ]

  /// A movement that is in the book.
  struct Row {
    let source: Int64
    let order: String
    let movement: Movement
    let entry: Int64
    let observedAt: Instant?
    /// The event that it counts for; not known where it was read as it was recorded.
    let counted: Int64?
    /// Whether a recorded credit says so.
    let isByCredit: Bool
    /// The channel that credits state, where it was asked for.
    var channel: Channel?

    /// The movement with the event that it counts for.
    var credited: Movement {
      var credited = counted.map { movement.credited(to: $0) } ?? movement
      credited.channel = channel
      return credited
    }
  }

  private static let selectEnds = """
    SELECT
      (SELECT order_number FROM sale WHERE source = ?1 AND order_number BETWEEN ?2 AND ?3
        ORDER BY order_number LIMIT 1),
      (SELECT order_number FROM sale WHERE source = ?1 AND order_number BETWEEN ?2 AND ?3
        ORDER BY order_number DESC LIMIT 1)
    """
  private static let selectOrders = ofOrders(counted: "NULL, 0")
  private static let selectCredited = ofOrders(counted: counted(asOf: nil))
  /// The columns of a row that say which event it counts for.
  static func counted(asOf entry: String?) -> String {
    """
    \(SameShowTable.counted("sale", asOf: entry)),
      CASE WHEN \(CreditTable.isUsed)
        THEN \(CreditTable.credited("sale", asOf: entry)) IS NOT NULL ELSE 0 END
    """
  }
  private static func ofOrders(counted: String) -> String {
    """
    SELECT \(fields), \(counted), c2
    FROM bound
    JOIN sale ON sale.source = c0 AND sale.order_number = c1
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry)
    """
  }
  private static let selectMarket = ofMarket(channel: "''")
  private static let selectMarketChannels = ofMarket(
    channel: CreditTable.channel("sale", asOf: "?2"))
  private static func ofMarket(channel: String) -> String {
    """
    SELECT \(fields), \(counted(asOf: "?2")), \(channel)
    FROM sale
    WHERE sale.market = ?1 AND sale.entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry AND void.entry <= ?2)
    ORDER BY sale.source, sale.order_number
    """
  }
  private static let selectOfEntries = """
    SELECT DISTINCT source, order_number, entry
    FROM sale
    WHERE entry BETWEEN ?1 AND ?2
    """
  static let fields = """
    sale.source, sale.order_number, sale.line, sale.kind, sale.market, sale.event, sale.product,
      sale.quantity, sale.amount_micros, sale.currency, sale.at, sale.entry, sale.quantity_unknown,
      sale.not_before, sale.observed_at
    """

  let session: any BookSession
  let currencies: Currencies

  /// The first and the last order that the book has from one number to another.
  func ends(
    source: Int64, from first: String, to last: String
  ) throws(StorageError) -> (first: String, last: String)? {
    let ends = try session.first(Self.selectEnds, .integer(source), .text(first), .text(last)) {
      row throws(StorageError) in (try row.optionalText(0), try row.optionalText(1))
    }
    guard let first = ends?.0, let last = ends?.1 else { return nil }
    return (first, last)
  }

  /// The current movements of each of some orders, in their order, with what credits say of them.
  func rows(of orders: [(source: Int64, number: String)]) throws(StorageError) -> [[Row]] {
    var found: [[Row]] = Array(repeating: [], count: orders.count)
    try forEachRow(of: orders, Self.selectCredited) { place, row in found[place].append(row) }
    return found
  }

  /// Calls `body` with the current movements of some orders, and the place of the order among them.
  ///
  /// They are as they were recorded, without what credits say of them.
  func forEachRow(
    of orders: [(source: Int64, number: String)], _ body: (Int, Row) -> Void
  ) throws(StorageError) {
    try forEachRow(of: orders, Self.selectOrders, body)
  }

  private func forEachRow(
    of orders: [(source: Int64, number: String)], _ sql: String, _ body: (Int, Row) -> Void
  ) throws(StorageError) {
    guard !orders.isEmpty else { return }
    var keys = BoundRows([.integer, .text, .integer])
    for (place, order) in orders.enumerated() {
      keys.append(order.source)
      keys.append(keys.cell(order.number))
      keys.append(Int64(place))
    }
    try session.query(sql, over: keys, []) { row throws(StorageError) in
      let place = Int(try row.integer(17))
      body(place, try Row(row: row, order: orders[place].number, currencies))
    }
  }

  /// Calls `body` with a market's movements that were current as of an entry, order by order.
  ///
  /// `withChannels`: with the channels that credits state.
  func forEachRow(
    of market: Market.Code, asOf entry: Int64, withChannels: Bool, body: (Row) -> Swift.Void
  ) throws(StorageError) {
    try session.forEach(
      withChannels ? Self.selectMarketChannels : Self.selectMarket, .text(market.description),
      .integer(entry)
    ) { row throws(StorageError) in
      var read = try Row(row: row, order: try row.text(1), currencies)
      if let name = try row.optionalText(17) { read.channel = Channel(rawValue: name) }
      body(read)
    }
  }

  /// The orders for which some entries recorded movements.
  ///
  /// Reads the whole table.
  func orders(
    ofEntries entries: Set<Int64>
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var orders: [(source: Int64, number: String)] = []
    try session.forEach(Self.selectOfEntries, .integer(first), .integer(last)) {
      row throws(StorageError) in
      guard entries.contains(try row.integer(2)) else { return }
      let order = (source: try row.integer(0), number: try row.text(1))
      // Rows of an order are next to each other.
      if let last = orders.last, last.source == order.source,
        ByteText(last.number) == ByteText(order.number)
      {
        return
      }
      orders.append(order)
    }
    return orders
  }
}

extension SaleTable.Row {
  init(
    row: borrowing Row, order: String, _ currencies: Currencies
  ) throws(StorageError) {
    guard let kind = Sale.Kind(rawValue: try row.text(3)) else {
      throw .damaged("a sale's kind is none")
    }
    guard let currency = currencies[try row.text(9)] else {
      throw .damaged("a sale's currency is none")
    }
    source = try row.integer(0)
    self.order = order
    movement = Movement(
      event: try row.optionalInteger(5), market: Market.Code(try row.text(4)),
      currency: currency, product: try row.optionalText(6), kind: kind,
      line: try row.integer(2), at: try row.instant(10), notBefore: try row.optionalInstant(13),
      quantity: try row.integer(7), isQuantityUnknown: try row.integer(12) != 0,
      micros: try row.integer(8))
    entry = try row.integer(11)
    observedAt = try row.optionalInstant(14)
    counted = try row.optionalInteger(15)
    isByCredit = try row.integer(16) != 0
  }
}
