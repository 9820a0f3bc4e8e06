import LedgerCore
import Rows

extension SaleTable {
  /// Orders whose sales are of several events, counting none as one, or currencies.
  static let selectSplit = """
    SELECT source, order_number
    FROM (
      SELECT sale.source, sale.order_number, sale.currency,
        ifnull(\(SameShowTable.counted("sale")), 0) AS event
      FROM sale
      WHERE sale.market = ?1 AND kind = 'sale'
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry))
    GROUP BY source, order_number
    HAVING min(event) < max(event) OR min(currency) < max(currency)
    """
  /// Orders with a return of no event, if some of their sales name one, or none is recorded.
  static let selectReturned = """
    SELECT DISTINCT source, order_number
    FROM sale
    WHERE sale.market = ?1 AND sale.event IS NULL AND kind IN ('cancellation', 'refund')
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry)
      AND \(SameShowTable.counted("sale")) IS NULL
      AND 0 < (
        SELECT ifnull(max(ifnull(\(SameShowTable.counted("sold")), 0)), 1)
        FROM sale AS sold
        WHERE sold.source = sale.source AND sold.order_number = sale.order_number
          AND sold.kind = 'sale' AND sold.market = sale.market
          AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sold.entry))
    """
  /// Movements that are dated by bounds; the index `sale_by_bounds` has them.
  static let selectBounded = """
    SELECT \(fields), \(counted(asOf: nil))
    FROM sale
    WHERE sale.market = ?1 AND not_before IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry)
    """
  /// Entries of orders that an event sold, and that have a return of no event.
  static let selectFollowed = """
    SELECT DISTINCT touched.entry
    FROM sale AS returned
    JOIN sale AS touched USING (source, order_number)
    WHERE returned.event IS NULL AND returned.kind IN ('cancellation', 'refund')
      AND EXISTS (
        SELECT 1 FROM sale AS sold
        WHERE sold.source = returned.source AND sold.order_number = returned.order_number
          AND sold.kind = 'sale' AND sold.event = ?1)
    """

  /// The orders of a market that totals by event do not tell right: with returns of no event, or
  /// of several events or currencies.
  ///
  /// Reads the whole table.
  func unevenOrders(
    of market: Market.Code, returns: Bool, splits: Bool
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    var orders: [(source: Int64, number: String)] = []
    var known: Set<OrderKey> = []
    for (isNeeded, statement) in [(returns, Self.selectReturned), (splits, Self.selectSplit)]
    where isNeeded {
      try session.forEach(statement, .text(market.description)) { row throws(StorageError) in
        let order = (source: try row.integer(0), number: try row.text(1))
        if known.insert(OrderKey(source: order.source, number: ByteText(order.number))).inserted {
          orders.append(order)
        }
      }
    }
    return orders
  }

  /// The current movements of a market that are dated by bounds.
  func boundedRows(of market: Market.Code) throws(StorageError) -> [Row] {
    try session.rows(Self.selectBounded, .text(market.description)) { row throws(StorageError) in
      try Row(row: row, order: try row.text(1), currencies)
    }
  }

  /// The entries that may have changed which returns follow the sales of an event.
  ///
  /// Reads the whole table.
  func entriesOfFollowed(event: Int64) throws(StorageError) -> [Int64] {
    try session.rows(Self.selectFollowed, .integer(event)) { row throws(StorageError) in
      try row.integer(0)
    }
  }
}

/// An order of a source, told apart by its bytes.
struct OrderKey: Hashable {
  let source: Int64
  let number: ByteText
}
