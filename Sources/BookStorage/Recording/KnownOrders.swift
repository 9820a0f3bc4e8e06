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

  /// What the book has of the order of a sale.
  func rows(ofOrderOf place: Int) throws(StorageError) -> [SaleTable.Row] {
    guard mayBeKnown else { return [] }
    let source = sources[orders.source(place)]
    guard let id = source.id, let ends = source.ends,
      orders.isOrder(place, from: ends.first, to: ends.last)
    else { return [] }
    return try table.rows(source: id, order: orders.order(place))
  }
}
