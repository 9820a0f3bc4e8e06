import LedgerCore
import Rows

/// The rows to add to the tables of totals.
struct SaleTotalRows {
  /// The rows for one table.
  private struct Addition {
    let table: any Table.Type
    /// `nil` if an amount needs two columns.
    let rows: BoundRows?
    /// The same rows with two columns for each amount.
    let wideRows: () throws(StorageError) -> BoundRows

    init(
      _ table: any Table.Type, _ make: @escaping (Bool) throws(StorageError) -> BoundRows
    ) throws(StorageError) {
      self.table = table
      wideRows = { () throws(StorageError) in try make(true) }
      do throws(StorageError) { rows = try make(false) } catch {
        guard error.condition == .overflow else { throw error }
        rows = nil
      }
    }

    func add(to session: any BookSession) throws(StorageError) {
      if let rows {
        do throws(StorageError) { return try session.add(rows, to: table) } catch {
          // Nothing of the statement is left. Few books ever have such a total.
          guard error.condition == .overflow else { throw error }
        }
      }
      try session.addCarrying(wideRows(), to: table)
    }
  }

  private let additions: [Addition]

  init(_ changes: SaleTotalChanges) throws(StorageError) {
    let ofEvents = changes.ofEvents.map { (event: $0.event, totals: $1) }
    let (ofQuarters, ofMarkets) = (changes.ofEventQuarters, changes.ofMarkets)
    let (ofDays, ofProducts) = (SaleTotalChanges.byDay(ofMarkets), changes.ofProducts)
    additions = [
      try Addition(EventSaleTotalTable.self) { isWide throws(StorageError) in
        try EventSaleTotalTable.rows(ofEvents, isWide: isWide)
      },
      try Addition(EventSaleQuarterTable.self) { isWide throws(StorageError) in
        try EventSaleQuarterTable.rows(ofQuarters, isWide: isWide)
      },
      try Addition(MarketSaleTotalTable.self) { isWide throws(StorageError) in
        try MarketSaleTotalTable.rows(ofMarkets, isWide: isWide)
      },
      try Addition(MarketSaleDayTable.self) { isWide throws(StorageError) in
        try MarketSaleDayTable.rows(ofDays, isWide: isWide)
      },
      try Addition(ProductSaleTotalTable.self) { isWide throws(StorageError) in
        try ProductSaleTotalTable.rows(ofProducts, isWide: isWide)
      },
    ]
  }

  func add(to session: any BookSession) throws(StorageError) {
    for addition in additions { try addition.add(to: session) }
  }
}
