import LedgerCore
import Rows

/// The rows to add to the tables of totals.
struct SaleTotalRows {
  private let events: BoundRows
  private let quarters: BoundRows
  private let markets: BoundRows
  private let days: BoundRows
  private let products: BoundRows

  /// Fails if a total exceeds 64 bits.
  init(_ changes: SaleTotalChanges) throws(StorageError) {
    events = try EventSaleTotalTable.rows(changes.ofEvents.map { ($0.event, $1) })
    quarters = try EventSaleQuarterTable.rows(changes.ofEventQuarters)
    let ofMarkets = changes.ofMarkets
    markets = try MarketSaleTotalTable.rows(ofMarkets)
    days = try MarketSaleDayTable.rows(SaleTotalChanges.byDay(ofMarkets))
    products = try ProductSaleTotalTable.rows(changes.ofProducts)
  }

  func add(to session: any BookSession) throws(StorageError) {
    try session.add(events, to: EventSaleTotalTable.self)
    try session.add(quarters, to: EventSaleQuarterTable.self)
    try session.add(markets, to: MarketSaleTotalTable.self)
    try session.add(days, to: MarketSaleDayTable.self)
    try session.add(products, to: ProductSaleTotalTable.self)
  }
}
