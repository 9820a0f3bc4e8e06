import LedgerCore
import Rows

/// The `rate` table: exchange rates.
struct RateTable: Table {
  static let name = "rate"
  static let columns: [Column] = [
    .text("base"), .text("currency", "the currency in which the value is stated"),
    .integer("day", "the day of the exchange rate"), .entry,
    .integer("units", "the value without its decimal point"),
    .integer("decimals"), .text("source", "the publisher of the exchange rate"),
  ]
  static let key = ["base", "currency", "day", "entry"]
  static let statements = [selectAll, selectBetween]

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

  let session: any BookSession
  let currencies: Currencies

  func insert(_ rates: [ExchangeRate], entry: any EntryWriter) throws(StorageError) {
    for rate in rates {
      try entry.insert(
        [
          .text(rate.base.code), .text(rate.currency.code), .integer(rate.day.daysSince1970),
          .integer(entry.number), .integer(rate.value.units),
          .integer(Int64(rate.value.decimals)), .text(rate.source),
        ], into: Self.self)
    }
  }

  /// The rates that were current as of an entry, by base, currency and day.
  ///
  /// `codes`: those that both currencies of a rate must be among; `nil` for all.
  func rates(
    between codes: [String]?, on days: ClosedRange<CalendarDay>, asOf entry: Int64
  ) throws(StorageError) -> [ExchangeRate] {
    // Codes are capital letters, which need no escape.
    let list = codes.map { "[" + $0.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
    let values: [Value] = [
      .integer(days.lowerBound.daysSince1970), .integer(days.upperBound.daysSince1970),
      .integer(entry),
    ]
    var rates: [ExchangeRate] = []
    try session.query(
      list == nil ? Self.selectAll : Self.selectBetween, values + (list.map { [.text($0)] } ?? [])
    ) { row throws(StorageError) in
      let rate = try ExchangeRate(row: row, currencies)
      // Of two with one key, the one recorded later counts.
      if rates.last?.key == rate.key { rates.removeLast() }
      rates.append(rate)
      return true
    }
    return rates
  }
}

extension ExchangeRate {
  fileprivate init(row: borrowing Row, _ currencies: Currencies) throws(StorageError) {
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
