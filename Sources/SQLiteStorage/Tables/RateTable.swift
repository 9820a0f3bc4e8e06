import LedgerCore
import SQLite

/// The `rate` table: exchange rates.
struct RateTable: Table {
  static let name = "rate"
  static let columns: [Column] = [
    .text("base"), .text("currency"), .integer("day"), .integer("entry"), .integer("units"),
    .integer("decimals"), .text("source"),
  ]
  static let key = ["base", "currency", "day", "entry"]
  static let statements = [insert, selectAll, selectBetween]

  private static let insert = """
    INSERT INTO rate (base, currency, day, entry, units, decimals, source)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
  private static let selectAll = """
    SELECT base, currency, day, units, decimals, source
    FROM rate
    WHERE day BETWEEN ?1 AND ?2 AND entry <= ?3 AND \(isCurrent)
    ORDER BY base, currency, day, entry
    """
  private static let selectBetween = """
    SELECT base, currency, day, units, decimals, source
    FROM rate
    WHERE day BETWEEN ?1 AND ?2 AND entry <= ?3 AND \(isCurrent)
      AND base IN (SELECT value FROM json_each(?4))
      AND currency IN (SELECT value FROM json_each(?4))
    ORDER BY base, currency, day, entry
    """
  private static let isCurrent =
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = rate.entry AND void.entry <= ?3)"

  let connection: Connection
  let currencies: Currencies

  func insert(_ rates: [ExchangeRate], entry: OpenEntry) throws(SQLiteError) {
    for rate in rates {
      try entry.insert(
        [
          .text(rate.base.code), .text(rate.currency.code), .integer(rate.day.daysSince1970),
          .integer(entry.number), .integer(rate.value.units),
          .integer(Int64(rate.value.decimals)), .text(rate.source),
        ], into: Self.self, by: Self.insert)
    }
  }

  /// The rates that were current as of an entry, by base, currency and day.
  ///
  /// `codes`: those that both currencies of a rate must be among; `nil` for all.
  func rates(
    between codes: [String]?, on days: ClosedRange<CalendarDay>, asOf entry: Int64
  ) throws(SQLiteError) -> [ExchangeRate] {
    var statement = try connection.statement(codes == nil ? Self.selectAll : Self.selectBetween)
    try statement.bind(days.lowerBound.daysSince1970, at: 1)
    try statement.bind(days.upperBound.daysSince1970, at: 2)
    try statement.bind(entry, at: 3)
    if let codes {
      // Codes are capital letters, which need no escape.
      try statement.bind("[" + codes.map { "\"\($0)\"" }.joined(separator: ",") + "]", at: 4)
    }
    var rates: [ExchangeRate] = []
    try statement.forEach { row throws(SQLiteError) in
      let rate = try ExchangeRate(row: row, currencies)
      // Of two with one key, the one recorded later counts.
      if rates.last?.key == rate.key { rates.removeLast() }
      rates.append(rate)
    }
    return rates
  }
}

extension ExchangeRate {
  fileprivate init(row: borrowing Row, _ currencies: Currencies) throws(SQLiteError) {
    guard let base = currencies[try row.text(0)], let currency = currencies[try row.text(1)] else {
      throw .damaged("a rate's currency is none")
    }
    let day = try row.day(2)
    let (units, decimals, source) = (
      try row.integer(3), Int(try row.integer(4)), try row.text(5)
    )
    do {
      try self.init(
        base: base, currency: currency, day: day,
        value: RateValue(units: units, decimals: decimals), source: source)
    } catch {
      throw .damaged("a rate is none: \(error)")
    }
  }
}
