import LedgerCore
import Rows
import Threads

/// Adds changes of sales to the tables of totals, while a thread makes the next rows.
struct SaleTotalRows {
  let session: any BookSession

  /// Rows for one table: there may be 100,000, and those of a statement or two are in memory.
  private struct Slice {
    let table: any Table.Type
    let rows: Result<BoundRows, StorageError>
    /// The same rows with two columns for each amount.
    let wideRows: () throws(StorageError) -> BoundRows
  }

  private static let limit = 8192
  /// Making fewer rows takes less time than starting a thread.
  private static let rowsOfThread = 1000

  func add(_ changes: SaleTotalChanges) throws(StorageError) {
    let slices = changes.count < Self.rowsOfThread ? nil : Self.making(changes)
    guard let slices else {
      var all: [Slice] = []
      Self.make(changes) { slice in
        all.append(slice)
        return true
      }
      for slice in all { try add(slice) }
      return
    }
    defer { slices.close() }
    while let slice = slices.take() { try add(slice) }
  }

  private static func making(_ changes: SaleTotalChanges) -> Handover<Slice>? {
    var waiting: SaleTotalChanges? = changes
    return Handover.giving { give in
      if let own = waiting.take() { make(own, give) }
    }
  }

  /// Gives the rows of one table after another, until one is not wanted.
  private static func make(_ changes: SaleTotalChanges, _ give: @escaping (Slice) -> Bool) {
    let ofEvents = changes.ofEvents.map { (event: $0.event, totals: $1) }
    let ofMarkets = changes.ofMarkets
    _ =
      give(slice(ofEvents, of: EventSaleTotalTable.self, EventSaleTotalTable.rows))
      && inSlices(EventSaleQuarterTable.self, EventSaleQuarterTable.rows, give) { total in
        changes.forEachEventQuarter(total)
      }
      && give(
        slice(changes.ofCredits, of: EventCreditQuarterTable.self, EventCreditQuarterTable.rows))
      && give(slice(ofMarkets, of: MarketSaleTotalTable.self, MarketSaleTotalTable.rows))
      && give(
        slice(
          SaleTotalChanges.byDay(ofMarkets), of: MarketSaleDayTable.self, MarketSaleDayTable.rows))
      && inSlices(ProductSaleTotalTable.self, ProductSaleTotalTable.rows, give) { total in
        changes.forEachProduct(total)
      }
  }

  /// Gives rows, some at a time; returns whether more are wanted.
  private static func inSlices<Key>(
    _ table: any Table.Type,
    _ rows: @escaping ([(key: Key, totals: SaleTotals)], Bool) throws(StorageError) -> BoundRows,
    _ give: @escaping (Slice) -> Bool, _ forEach: ((Key, SaleTotals) -> Void) -> Void
  ) -> Bool {
    var some: [(key: Key, totals: SaleTotals)] = []
    var isWanted = true
    forEach { key, totals in
      guard isWanted else { return }
      some.append((key, totals))
      if some.count == limit {
        isWanted = give(slice(some, of: table, rows))
        some.removeAll(keepingCapacity: true)
      }
    }
    return isWanted && (some.isEmpty || give(slice(some, of: table, rows)))
  }

  private static func slice<Total>(
    _ totals: [Total], of table: any Table.Type,
    _ rows: @escaping ([Total], _ isWide: Bool) throws(StorageError) -> BoundRows
  ) -> Slice {
    Slice(
      table: table, rows: Result { () throws(StorageError) in try rows(totals, false) },
      wideRows: { () throws(StorageError) in try rows(totals, true) })
  }

  private func add(_ slice: Slice) throws(StorageError) {
    do throws(StorageError) {
      return try session.add(slice.rows.get(), to: slice.table)
    } catch {
      // Nothing of the statement is left. Few books ever have such a total.
      guard error.condition == .overflow else { throw error }
    }
    try session.addCarrying(slice.wideRows(), to: slice.table)
  }
}
