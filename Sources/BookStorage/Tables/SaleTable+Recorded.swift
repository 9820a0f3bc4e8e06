import LedgerCore
import Rows

extension SaleTable {
  static let selectRecorded = """
    SELECT sale.entry, sale_source.name, order_number, line, kind, product, quantity, amount_micros,
      currency, at, event.key, sale.market, quantity_unknown, not_before, observed_at
    FROM sale
    JOIN sale_source ON sale_source.id = sale.source
    LEFT JOIN event ON event.id = sale.event
    WHERE sale.entry BETWEEN ?1 AND ?2
    """

  /// The movements that some entries recorded, whether or not they are current.
  ///
  /// Reads the whole table.
  func recorded(by entries: Set<Int64>) throws(StorageError) -> [Int64: [Sale]] {
    guard let first = entries.min(), let last = entries.max() else { return [:] }
    var sales: [Int64: [Sale]] = [:]
    try session.forEach(Self.selectRecorded, .integer(first), .integer(last)) {
      row throws(StorageError) in
      let entry = try row.integer(0)
      if entries.contains(entry) {
        sales[entry, default: []].append(try Sale(row: row, currencies))
      }
    }
    return sales
  }
}

extension Sale {
  fileprivate init(
    row: borrowing Row, _ currencies: Currencies
  ) throws(StorageError) {
    let amount = Money(
      micros: Int128(try row.integer(7)), currency: try currencies.known(try row.text(8)))
    let event = try row.optionalText(10) == nil ? nil : try row.eventKey(10)
    let (source, order, line) = (try row.text(1), try row.text(2), try row.integer(3))
    let product = try row.optionalText(5)
    let quantity = try row.integer(12) == 0 ? try row.integer(6) : nil
    let (notBefore, observedAt) = (try row.optionalInstant(13), try row.optionalInstant(14))
    let (at, market) = (try row.instant(9), Market.Code(try row.text(11)))
    guard let kind = Kind(rawValue: try row.text(4)),
      let sale = try? Sale(
        recorded: source, order: order, line: line, kind: kind, product: product,
        quantity: quantity, amount: amount, at: at, notBefore: notBefore, observedAt: observedAt,
        event: event, market: market)
    else { throw .damaged("a sale is none") }
    self = sale
  }
}
