import BookStorage
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import SQLiteStorage

@testable import BookStorage

extension ModelBook {
  /// What a book holds, read from its tables of facts alone.
  init(factsOf path: String) throws {
    self.init(reference: try bookReference.get())
    let connection = try Connection(path: path, mode: .readOnly)
    let currencies = reference
    events = try Self.events(
      """
      SELECT key, market, platform, title, starts_at, ends_at, id, entry
      FROM event
      """, names: "event", in: connection)
    amendments = try Self.events(
      """
      SELECT event.key, event.market, amended.platform, amended.title, amended.starts_at,
        amended.ends_at, event.id, amended.entry
      FROM event_amendment AS amended JOIN event ON event.id = amended.event
      ORDER BY amended.entry
      """, names: "event_amendment", in: connection)
    var countRows = try connection.uncachedStatement(
      """
      SELECT key, name, at, count, audience_count.entry FROM audience_count
      JOIN event ON event.id = event JOIN metric ON metric.id = metric
      """)
    try countRows.forEach { row throws(StorageError) in
      let count = try must {
        try AudienceCount(
          event: EventKey(row.text(0)), metric: Metric(name: row.text(1)),
          at: instant(row.integer(2)), count: row.integer(3))
      }
      counts.append(Recorded(fact: count, entry: try row.integer(4)))
    }
    var saleRows = try connection.uncachedStatement(
      """
      SELECT name, order_number, line, kind, product, quantity, amount_micros, currency, at, key,
        sale.market, sale.entry, quantity_unknown, not_before, observed_at
      FROM sale JOIN sale_source ON sale_source.id = source LEFT JOIN event ON event.id = event
      """)
    try saleRows.forEach { row throws(StorageError) in
      let movement = try must {
        let market = Market.Code(try row.text(10))
        let amount = Money(
          micros: Int128(try row.integer(6)), currency: try currencies.currency(row.text(7)))
        let kind = try unwrap(Sale.Kind(rawValue: row.text(3)))
        let sale = try Sale(
          source: row.text(0), order: row.text(1), line: row.integer(2), kind: kind,
          product: row.optionalText(4),
          quantity: row.integer(12) == 0 ? row.integer(5) : nil, amount: amount,
          at: instant(row.integer(8)), notBefore: row.optionalInteger(13).map(instant),
          observedAt: row.optionalInteger(14).map(instant),
          event: row.optionalText(9).map(EventKey.init),
          market: market)
        return Model.Movement(sale: sale, market: market)
      }
      sales.append(Recorded(fact: movement, entry: try row.integer(11)))
    }
    var totalRows = try connection.uncachedStatement(
      """
      SELECT key, measure, source, observed_at, value_micros, currency, reported_total.entry
      FROM reported_total JOIN event ON event.id = event
      """)
    try totalRows.forEach { row throws(StorageError) in
      let total = try must {
        let micros = Int128(try row.integer(4))
        var amount = ReportedTotal.Amount.number(Decimal(micros: micros))
        if let code = try row.optionalText(5) {
          amount = .money(Money(micros: micros, currency: try currencies.currency(code)))
        }
        return try ReportedTotal(
          event: EventKey(row.text(0)), measure: Measure(name: row.text(1)), source: row.text(2),
          observedAt: instant(row.integer(3)), amount: amount)
      }
      totals.append(Recorded(fact: total, entry: try row.integer(6)))
    }
    try readShows(in: connection)
    for row in try connection.all("SELECT voided, entry FROM void") {
      guard case .integer(let voided) = row[0], case .integer(let by) = row[1] else { continue }
      voids[voided] = by
    }
    for row in try connection.all("SELECT number, import FROM entry") {
      guard case .integer(let number) = row[0] else { continue }
      lastEntry = max(lastEntry, number)
      if case .integer(let file) = row[1] { imports[number] = file }
    }
  }

  /// Reads which shows sold what, and which are one.
  private mutating func readShows(in connection: Connection) throws {
    let tables = try connection.texts("SELECT name FROM sqlite_schema WHERE type = 'table'")
    if tables.contains("alias") { try readAliases(in: connection) }
    guard tables.contains("same_show") else { return }
    var creditRows = try connection.uncachedStatement(
      """
      SELECT name, order_number, line, event, observed_at, citation, credit.entry, channel,
        \(PersonTextTable.shown("creator"))
      FROM credit JOIN sale_source ON sale_source.id = source
      """)
    try creditRows.forEach { row throws(StorageError) in
      let credit = try must {
        let line = try row.integer(2)
        return try Credit(
          source: row.text(0), order: row.text(1), line: line < 0 ? nil : line,
          event: row.text(3).isEmpty ? nil : EventKey(row.text(3)),
          channel: Channel(rawValue: row.text(7)), creator: row.optionalText(8),
          observedAt: row.optionalInteger(4).map(instant),
          citation: row.optionalText(5))
      }
      credits.append(Recorded(fact: credit, entry: try row.integer(6)))
    }
    var showRows = try connection.uncachedStatement(
      """
      SELECT event.key, other.key, citation, same_show.entry
      FROM same_show JOIN event ON event.id = event JOIN event AS other ON other.id = other
      """)
    try showRows.forEach { row throws(StorageError) in
      let show = try must {
        try SameShow(
          event: EventKey(row.text(0)), other: EventKey(row.text(1)),
          citation: row.optionalText(2))
      }
      sameShows.append(Recorded(fact: show, entry: try row.integer(3)))
    }
  }

  private mutating func readAliases(in connection: Connection) throws {
    var rows = try connection.uncachedStatement("SELECT * FROM aliases_history")
    try rows.forEach { row throws(StorageError) in
      let alias = try must {
        try Alias(
          kind: unwrap(Alias.Kind(rawValue: row.text(0))), name: row.text(1),
          canonical: row.text(2), citation: row.optionalText(3))
      }
      aliases.append(Recorded(fact: alias, entry: try row.integer(7)))
    }
  }

  /// Events as a question has them, with the brands and creators that tables of these names have of
  /// the same entry.
  private static func events(
    _ sql: String, names: String, in connection: Connection
  ) throws -> [Recorded<Event>] {
    var events: [Recorded<Event>] = []
    var rows = try connection.uncachedStatement(sql)
    try rows.forEach { row throws(StorageError) in
      let entry = try row.integer(7)
      let own = "WHERE event = \(try row.integer(6)) AND entry = \(entry) ORDER BY position"
      let brands = try connection.texts("SELECT brand FROM \(names)_brand \(own)")
      let creators = try connection.all(
        "SELECT \(PersonTextTable.shown("creator")), role FROM \(names)_creator \(own)")
      let event = try must {
        try Event(
          key: EventKey(row.text(0)), market: Market.Code(row.text(1)), platform: row.text(2),
          title: row.text(3), startsAt: instant(row.integer(4)),
          endsAt: row.optionalInteger(5).map(instant), brands: brands,
          creators: creators.map { try Creator(name: text($0[0]), role: role($0[1])) })
      }
      events.append(Recorded(fact: event, entry: entry))
    }
    return events
  }
}

/// The markets and currencies of every book.
private let bookReference = Result { try SQLiteLedger.inMemory().reference() }

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
private func must<T>(_ body: () throws -> T) throws(StorageError) -> T {
  do { return try body() } catch {
    throw StorageError(code: .corrupt, message: "\(error)")
  }
}
