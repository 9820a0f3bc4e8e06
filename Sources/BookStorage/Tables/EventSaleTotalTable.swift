import LedgerCore
import Rows

/// The `event_sale_total` table: totals of the sales credited to an event.
struct EventSaleTotalTable: Table {
  static let name = "event_sale_total"
  static let columns: [Column] =
    [.event.meaning("id of the show"), .text("currency")] + SaleTotalColumns.describedColumns
  static let key = ["event", "currency"]
  static let highs = SaleTotalColumns.highs
  static let statements = [select, selectInMarket]

  private static let select = """
    SELECT currency, \(SaleTotalColumns.names)
    FROM event_sale_total
    WHERE event = ?1 AND lines > 0
    ORDER BY currency
    """
  private static let selectInMarket = """
    SELECT event.id, currency, \(SaleTotalColumns.names)
    FROM event
    JOIN event_sale_total ON event_sale_total.event = event.id
    WHERE \(EventTable.mayBeAsked) AND lines > 0
    ORDER BY starts_at, event.id, currency
    """

  let session: any BookSession
  let currencies: Currencies

  static func rows(
    _ all: [(event: Int64, totals: SaleTotals)], isWide: Bool
  ) throws(StorageError) -> BoundRows {
    var rows = SaleTotalColumns.bound(.integer, .text, isWide: isWide)
    for (event, totals) in all {
      rows.append(event)
      rows.append(rows.cell(totals.currency.code))
      try rows.append(totals, isWide: isWide)
    }
    return rows
  }

  func totals(of event: Int64) throws(StorageError) -> [SaleTotals] {
    return try session.rows(Self.select, .integer(event)) { row throws(StorageError) in
      try SaleTotals(currency: try currencies.known(try row.text(0)), row: row, from: 1)
    }
  }

  /// The totals of a market's events that may start in a period, by the event's row.
  func totals(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: [SaleTotals]] {
    var totals: [Int64: [SaleTotals]] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      totals[try row.integer(0), default: []].append(
        try SaleTotals(currency: try currencies.known(try row.text(1)), row: row, from: 2))
    }
    return totals
  }
}
