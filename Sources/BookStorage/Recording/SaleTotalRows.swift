import LedgerCore
import Rows

/// Adds changes of sales to the tables of totals.
struct SaleTotalRows {
  let session: any BookSession

  /// Rows of one statement: there may be 100,000, and those of one at a time are in memory.
  private static let limit = 8192

  func add(_ changes: SaleTotalChanges) throws(StorageError) {
    let ofEvents = changes.ofEvents.map { (event: $0.event, totals: $1) }
    try add(ofEvents, to: EventSaleTotalTable.self, EventSaleTotalTable.rows)
    var quarters: [(key: EventQuarterKey, totals: SaleTotals)] = []
    try changes.forEachEventQuarter { key, totals throws(StorageError) in
      quarters.append((key, totals))
      try write(
        &quarters, ifAtLeast: Self.limit, EventSaleQuarterTable.self, EventSaleQuarterTable.rows)
    }
    try write(&quarters, ifAtLeast: 1, EventSaleQuarterTable.self, EventSaleQuarterTable.rows)
    let ofMarkets = changes.ofMarkets
    try add(ofMarkets, to: MarketSaleTotalTable.self, MarketSaleTotalTable.rows)
    try add(
      SaleTotalChanges.byDay(ofMarkets), to: MarketSaleDayTable.self, MarketSaleDayTable.rows)
    var products: [(key: ProductKey, totals: SaleTotals)] = []
    try changes.forEachProduct { key, totals throws(StorageError) in
      products.append((key, totals))
      try write(
        &products, ifAtLeast: Self.limit, ProductSaleTotalTable.self, ProductSaleTotalTable.rows)
    }
    try write(&products, ifAtLeast: 1, ProductSaleTotalTable.self, ProductSaleTotalTable.rows)
  }

  /// Adds the rows if there are so many, and drops them then.
  private func write<Total>(
    _ totals: inout [Total], ifAtLeast count: Int, _ table: any Table.Type,
    _ rows: ([Total], _ isWide: Bool) throws(StorageError) -> BoundRows
  ) throws(StorageError) {
    guard totals.count >= count else { return }
    try add(totals, to: table, rows)
    totals.removeAll(keepingCapacity: true)
  }

  /// Adds rows to a table: with two columns for each amount, if an amount needs them.
  private func add<Total>(
    _ totals: [Total], to table: any Table.Type,
    _ rows: ([Total], _ isWide: Bool) throws(StorageError) -> BoundRows
  ) throws(StorageError) {
    do throws(StorageError) { return try session.add(rows(totals, false), to: table) } catch {
      // Nothing of the statement is left. Few books ever have such a total.
      guard error.condition == .overflow else { throw error }
    }
    try session.addCarrying(rows(totals, true), to: table)
  }
}
