import SQLite
import Threads

/// The orders of a batch that change: their new lines, beside what the book has of them.
///
/// What that changes in the totals is worked out while the lines are inserted.
struct SaleOrderChanges {
  /// The new lines, order by order.
  private var lines: [SaleLine] = []
  private var orders: [(end: Int, known: [SaleLine])] = []
  /// Orders of which all is new, from one of their places on.
  private var plain: (orders: SaleOrders, first: Int)?

  /// The totals of fewer lines are made sooner than a thread starts.
  private static let linesOfThread = 1000

  /// Notes new lines of an order beside those that are known.
  mutating func add(_ new: [SaleLine], toKnown known: [SaleLine]) {
    guard !new.isEmpty else { return }
    lines.append(contentsOf: new)
    orders.append((lines.count, known))
  }

  /// Notes all lines from one of the places of plain orders on, of which nothing is known.
  mutating func addAll(of orders: SaleOrders, from first: Int) { plain = (orders, first) }

  /// What comes of it for the totals.
  private func totals(_ names: SaleNames) throws(SQLiteError) -> SaleTotalRows {
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

  /// Runs `body` while a thread of its own makes the totals, and returns these.
  func totals(
    _ names: SaleNames, beside body: () throws(SQLiteError) -> Void
  ) throws(SQLiteError) -> SaleTotalRows {
    var waiting: SaleOrderChanges? = self
    let count = lines.count + (plain.map { $0.orders.places.count - $0.first } ?? 0)
    let thread =
      count < Self.linesOfThread
      ? nil
      : Handover.making { () -> Result<SaleTotalRows, SQLiteError>? in
        guard let own = waiting.take() else { return nil }
        return Result { () throws(SQLiteError) in try own.totals(names) }
      }
    defer { thread?.close() }
    try body()
    if let totals = thread?.take() { return try totals.get() }
    return try totals(names)
  }
}
