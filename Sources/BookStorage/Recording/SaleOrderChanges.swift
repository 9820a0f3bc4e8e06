import LedgerCore
import Rows
import Threads

/// The orders of a batch that change: their new lines, and what the book has of them.
///
/// The resulting changes in the totals are computed while the lines are inserted.
struct SaleOrderChanges {
  /// The new lines, order by order.
  private var lines: [SaleLine] = []
  private var orders: [(end: Int, known: [SaleLine])] = []
  /// Orders that are entirely new, from a position on.
  private var plain: (orders: SaleOrders, first: Int)?

  /// Computing the totals of fewer lines takes less time than starting a thread.
  private static let linesOfThread = 1000

  /// Adds new lines of an order to those that are known.
  mutating func add(_ new: [SaleLine], toKnown known: [SaleLine]) {
    guard !new.isEmpty else { return }
    lines.append(contentsOf: new)
    orders.append((lines.count, known))
  }

  /// Adds all lines of plain orders from a position on; nothing of them is known.
  mutating func addAll(of orders: SaleOrders, from first: Int) { plain = (orders, first) }

  /// Computes the resulting changes in the totals.
  private func totals(_ names: SaleNames) throws(StorageError) -> SaleTotalRows {
    var changes = SaleTotalChanges(names: names)
    var start = 0
    for (end, known) in orders {
      changes.add(lines[start..<end], toKnown: known)
      start = end
    }
    if let (orders, first) = plain {
      orders.forEachPlainOrder(from: first) { changes.add($0, toKnown: []) }
    }
    return try SaleTotalRows(changes)
  }

  /// Runs `body` while another thread computes the totals, and returns the totals.
  func totals(
    _ names: SaleNames, beside body: () throws(StorageError) -> Void
  ) throws(StorageError) -> SaleTotalRows {
    var waiting: SaleOrderChanges? = self
    let count = lines.count + (plain.map { $0.orders.places.count - $0.first } ?? 0)
    let thread =
      count < Self.linesOfThread
      ? nil
      : Handover.making { () -> Result<SaleTotalRows, StorageError>? in
        guard let own = waiting.take() else { return nil }
        return Result { () throws(StorageError) in try own.totals(names) }
      }
    defer { thread?.close() }
    try body()
    if let totals = thread?.take() { return try totals.get() }
    return try totals(names)
  }
}
