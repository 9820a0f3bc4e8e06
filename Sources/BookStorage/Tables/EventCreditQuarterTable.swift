import LedgerCore
import Rows

/// The `event_credit_quarter` table: totals of the sales that recorded credits credit to an event.
struct EventCreditQuarterTable: Table {
  static let name = "event_credit_quarter"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .text("currency"),
    .integer("quarter", "the quarter of an hour"),
    .integer("lines", "number of movements of kind sale"),
    .integer("gross_micros", "sum of their amounts"),
    .integer(
      "gross_high", "whole 10^18 that are added to gross_micros; 0 unless that passes 64 bits",
      defaultValue: 0),
  ]
  static let key = ["event", "currency", "quarter"]
  static let highs = ["gross_micros": "gross_high"]
  static let statements = [selectInMarket]

  /// For a market: what is dated in a period, and everything of the events that start in it.
  private static let selectInMarket = """
    SELECT event.id, currency, quarter, gross_micros, gross_high
    FROM current_event AS event
    JOIN event_credit_quarter ON event_credit_quarter.event = event.id
    WHERE market = ?1 AND lines > 0
      AND (quarter >= ?2 AND quarter < ?3 OR starts_at >= ?4 AND starts_at < ?5)
    ORDER BY event.id, currency, quarter
    """

  let session: any BookSession
  let currencies: Currencies

  static func rows(
    _ all: [(key: EventQuarterKey, totals: SaleTotals)], isWide: Bool
  ) throws(StorageError) -> BoundRows {
    var rows = BoundRows(
      [.integer, .text, .integer, .integer, .integer] + (isWide ? [.integer] : []))
    for (key, totals) in all {
      rows.append(key.event)
      rows.append(rows.cell(key.currency.code))
      rows.append(key.quarter)
      rows.append(totals.lines)
      let parts = try SaleTotalColumns.parts(of: totals.gross, isWide: isWide)
      rows.append(parts.low)
      if isWide { rows.append(parts.high) }
    }
    return rows
  }

  /// The totals of a market dated in a period or credited to an event that starts in it.
  func totals(
    of market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [(key: EventQuarterKey, gross: Int128)] {
    try session.rows(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.quarter ?? .min),
      .integer(period.end?.quarter ?? .max), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      let key = EventQuarterKey(
        event: try row.integer(0), currency: try currencies.known(try row.text(1)),
        quarter: try row.integer(2))
      return (key, Int128(try row.integer(3)) + Int128(try row.integer(4)) * SaleTotalColumns.base)
    }
  }
}
