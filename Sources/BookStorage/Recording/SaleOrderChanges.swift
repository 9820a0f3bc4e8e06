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

  /// Adds the resulting changes to those of the totals so far.
  private func add(to totals: inout SaleTotalChanges) {
    var start = 0
    for (end, known) in orders {
      totals.add(lines[start..<end], toKnown: known)
      start = end
    }
    if let (orders, first) = plain {
      orders.forEachPlainOrder(from: first) { totals.add($0, toKnown: []) }
    }
  }

  /// Runs `body` while another thread adds the changes to those of the totals so far.
  func add(
    to totals: inout SaleTotalChanges, beside body: () throws(StorageError) -> Void
  ) throws(StorageError) {
    let count = lines.count + (plain.map { $0.orders.places.count - $0.first } ?? 0)
    guard count >= Self.linesOfThread else {
      try body()
      return add(to: &totals)
    }
    var (changes, sums): (SaleOrderChanges?, SaleTotalChanges?) = (self, totals)
    // Of one owner, so that adding to them copies nothing.
    totals = SaleTotalChanges()
    let thread = Handover.making { () -> SaleTotalChanges? in
      guard let own = changes.take(), var new = sums.take() else { return nil }
      own.add(to: &new)
      return new
    }
    defer { thread?.close() }
    try body()
    if let thread {
      guard let new = thread.take() else { return }
      totals = new
    } else if var new = sums.take() {
      add(to: &new)
      totals = new
    }
  }
}
