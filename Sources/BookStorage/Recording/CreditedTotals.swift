import LedgerCore
import Rows

/// Computes what changes in the totals when orders change for which there are credits.
///
/// Such an order may count for another event as soon as a sale, a credit or an event is recorded or
/// voided. So what counts is read before and after.
struct CreditedTotals {
  private let session: any BookSession
  private let orders: [(source: Int64, number: String)]
  private let table: SaleTable
  private let before: [[SaleTable.Row]]

  /// Reads what counts of some orders before they change.
  init(
    of orders: [(source: Int64, number: String)], session: any BookSession
  ) throws(StorageError) {
    self.session = session
    self.orders = orders
    table = SaleTable(session: session, currencies: try Currencies(session: session))
    before = try table.rows(of: orders)
  }

  /// Adds what has changed to changes that are still to be written.
  func add(to changes: inout SaleTotalChanges) throws(StorageError) {
    for (before, after) in zip(before, try table.rows(of: orders)) {
      changes.change(from: before.map(\.credited), to: after.map(\.credited))
      changes.changeCredits(
        from: before.filter(\.isByCredit).map(\.credited),
        to: after.filter(\.isByCredit).map(\.credited))
    }
  }

  /// Writes what has changed.
  func write() throws(StorageError) {
    guard !orders.isEmpty else { return }
    var changes = SaleTotalChanges()
    try add(to: &changes)
    try SaleTotalRows(session: session).add(changes)
  }
}
