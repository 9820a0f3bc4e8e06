import LedgerCore
import Rows

/// The `event_sale_quarter` table: totals of the sales credited to an event, by quarter hour.
struct EventSaleQuarterTable: Table {
  static let name = "event_sale_quarter"
  static let columns: [Column] =
    [
      .event.meaning("id of the show"), .text("currency"),
      .integer("quarter", "the quarter of an hour"),
    ] + SaleTotalColumns.columns
  static let key = ["event", "currency", "quarter"]
  static let highs = SaleTotalColumns.highs
  static let statements = [selectInMarket]

  /// For a market: what is dated in a period, and everything of the events that start in it.
  private static let selectInMarket = """
    SELECT event.id, currency, quarter, \(SaleTotalColumns.names)
    FROM current_event AS event
    JOIN event_sale_quarter ON event_sale_quarter.event = event.id
    WHERE market = ?1 AND lines > 0
      AND (quarter >= ?2 AND quarter < ?3 OR starts_at >= ?4 AND starts_at < ?5)
    ORDER BY event.id, currency, quarter
    """

  let session: any BookSession
  let currencies: Currencies

  static func rows(
    _ all: [(key: EventQuarterKey, totals: SaleTotals)], isWide: Bool
  ) throws(StorageError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.integer, .text, .integer, isWide: isWide)
    for (key, totals) in all {
      rows.append(key.event)
      rows.append(rows.cell(key.currency.code))
      rows.append(key.quarter)
      try rows.append(totals, isWide: isWide)
    }
    return rows
  }

  /// The totals of a market dated in a period or credited to an event that starts in it.
  func totals(
    of market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [(key: EventQuarterKey, totals: SaleTotals)] {
    return try session.rows(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.quarter ?? .min),
      .integer(period.end?.quarter ?? .max), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      let currency = try currencies.known(try row.text(1))
      return (
        EventQuarterKey(event: try row.integer(0), currency: currency, quarter: try row.integer(2)),
        try SaleTotals(currency: currency, row: row, from: 3)
      )
    }
  }
}
