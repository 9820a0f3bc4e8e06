import LedgerCore
import SQLite
import SQLiteStorage

extension Model {
  /// The facts of a book, read from its tables of facts alone.
  init(factsOf path: String) throws {
    let connection = try Connection(path: path, mode: .readOnly)
    let reference = try SQLiteLedger.inMemory().reference()
    var rows = try connection.uncachedStatement(
      "SELECT key, market, platform, title, starts_at, ends_at, id FROM event")
    try rows.forEach { row throws(SQLiteError) in
      let id = try row.integer(6)
      let brands = try connection.texts(
        "SELECT brand FROM event_brand WHERE event = \(id) ORDER BY position")
      let creators = try connection.all(
        "SELECT creator, role FROM event_creator WHERE event = \(id) ORDER BY position")
      events.append(
        try must {
          try Event(
            key: EventKey(row.text(0)), market: Market.Code(row.text(1)), platform: row.text(2),
            title: row.text(3), startsAt: instant(row.integer(4)),
            endsAt: row.optionalInteger(5).map(instant), brands: brands,
            creators: creators.map { try Creator(name: text($0[0]), role: role($0[1])) })
        })
    }
    var countRows = try connection.uncachedStatement(
      """
      SELECT key, name, at, count FROM audience_count
      JOIN event ON event.id = event JOIN metric ON metric.id = metric
      """)
    try countRows.forEach { row throws(SQLiteError) in
      counts.append(
        try must {
          try AudienceCount(
            event: EventKey(row.text(0)), metric: Metric(name: row.text(1)),
            at: instant(row.integer(2)), count: row.integer(3))
        })
    }
    var saleRows = try connection.uncachedStatement(
      """
      SELECT name, order_number, line, kind, product, quantity, amount_micros, currency, at, key,
        sale.market
      FROM sale JOIN sale_source ON sale_source.id = source LEFT JOIN event ON event.id = event
      """)
    try saleRows.forEach { row throws(SQLiteError) in
      sales.append(
        try must {
          let market = Market.Code(try row.text(10))
          let amount = Money(
            micros: Int128(try row.integer(6)), currency: try reference.currency(row.text(7)))
          let kind = try unwrap(Sale.Kind(rawValue: row.text(3)))
          let sale = try Sale(
            source: row.text(0), order: row.text(1), line: row.integer(2), kind: kind,
            product: row.optionalText(4), quantity: row.integer(5), amount: amount,
            at: instant(row.integer(8)), event: row.optionalText(9).map(EventKey.init),
            market: market)
          return Movement(sale: sale, market: market)
        })
    }
  }
}

private struct Unexpected: Error {}

private func unwrap<T>(_ value: T?) throws -> T {
  guard let value else { throw Unexpected() }
  return value
}

private func instant(_ milliseconds: Int64) throws -> Instant {
  try unwrap(Instant(milliseconds: milliseconds))
}

private func text(_ value: Value) throws -> String {
  guard case .text(let text) = value else { throw Unexpected() }
  return text
}

private func role(_ value: Value) throws -> Creator.Role {
  try unwrap(Creator.Role(rawValue: text(value)))
}

/// A row that cannot be decoded is a damaged one.
private func must<T>(_ body: () throws -> T) throws(SQLiteError) -> T {
  do { return try body() } catch {
    throw SQLiteError(code: .corrupt, message: "\(error)")
  }
}
