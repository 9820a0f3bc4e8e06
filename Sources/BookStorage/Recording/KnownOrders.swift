import LedgerCore
import Rows

/// What the book has of the orders of a batch.
///
/// New orders mostly have numbers far from those of known orders. Then one lookup for all orders of
/// a source shows that none is known, or which ones may be.
struct KnownOrders {
  private let table: SaleTable
  private let orders: SaleOrders
  /// By index of the source.
  private(set) var sources: [(id: Int64?, ends: (first: String, last: String)?)] = []
  /// Whether any order of the batch may be known.
  private var mayBeKnown = false

  init(table: SaleTable, sources: SaleSourceTable, _ orders: SaleOrders) throws(StorageError) {
    self.table = table
    self.orders = orders
    var ends: [(first: Int, last: Int)?] = Array(repeating: nil, count: orders.sources.count)
    for place in orders.places {
      let source = orders.source(place)
      ends[source] = (ends[source]?.first ?? place, place)
    }
    for (name, ends) in zip(orders.sources, ends) {
      let id = ends == nil ? nil : try sources.id(name)
      var known: (first: String, last: String)?
      if let id, let ends {
        known = try table.ends(
          source: id, from: orders.order(ends.first), to: orders.order(ends.last))
      }
      self.sources.append((id, known))
      if known != nil { mayBeKnown = true }
    }
  }

  /// The position from which on no order is known.
  func end() -> Int {
    guard mayBeKnown else { return 0 }
    var (low, high) = (0, orders.places.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(orders.places[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether the order of a sale comes after all orders that may be known.
  private func isBehind(_ place: Int) -> Bool {
    let source = orders.source(place)
    guard sources[(source + 1)...].allSatisfy({ $0.ends == nil }) else { return false }
    return sources[source].ends.map { orders.isOrder(place, after: $0.last) } ?? true
  }

  /// What the book has of the orders up to a position.
  func rows(upTo end: Int) throws(StorageError) -> RecordedOrders {
    var known = RecordedOrders()
    guard mayBeKnown else { return known }
    var starts: [Int] = []
    var keys: [(source: Int64, number: String)] = []
    var start = 0
    while start < end {
      let place = orders.places[start]
      let source = sources[orders.source(place)]
      if let id = source.id, let ends = source.ends,
        orders.isOrder(place, from: ends.first, to: ends.last)
      {
        starts.append(start)
        keys.append((id, orders.order(place)))
      }
      start = orders.end(ofOrderAt: start)
    }
    try table.forEachRow(of: keys) { known.add($1, ofOrderAt: starts[$0]) }
    known.sort()
    return known
  }
}

/// Movements that the book has of the orders of a batch.
struct RecordedOrders {
  /// The position where the order begins, and the movement.
  private var all: [(start: Int, row: SaleTable.Row)] = []
  private var next = 0

  fileprivate mutating func add(_ row: SaleTable.Row, ofOrderAt start: Int) {
    all.append((start, row))
  }

  /// Puts the movements in the order of positions, as a query that goes order by order lends them.
  fileprivate mutating func sort() {
    guard zip(all, all.dropFirst()).contains(where: { $1.start < $0.start }) else { return }
    let places = all.indices.sorted { (all[$0].start, $0) < (all[$1].start, $1) }
    all = places.map { all[$0] }
  }

  /// The movements of the order that begins at a position, which is behind all that was asked for.
  mutating func rows(ofOrderAt start: Int) -> [SaleTable.Row] {
    var rows: [SaleTable.Row] = []
    while next < all.count, all[next].start == start {
      rows.append(all[next].row)
      next += 1
    }
    return rows
  }
}
