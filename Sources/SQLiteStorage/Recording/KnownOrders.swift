import LedgerCore
import SQLite

/// What the book has of the orders of a batch.
///
/// New orders mostly come with numbers that no order near them has: then one look-up for all of a
/// source's orders tells that none is known.
struct KnownOrders {
  private let table: SaleTable
  private var ids: [ByteText: Int64] = [:]
  private var sourcesWithOrders: Set<ByteText> = []

  /// Looks at the candidates, which stand in the order of the table's key.
  init(
    table: SaleTable, sources: SaleSourceTable, _ sales: [Sale],
    _ candidates: [SaleResolver.Candidate]
  ) throws(SQLiteError) {
    self.table = table
    var ranges: [ByteText: (first: String, last: String)] = [:]
    for candidate in candidates {
      let key = sales[candidate.place].key
      let source = ByteText(key.source)
      ranges[source] = (ranges[source]?.first ?? key.order, key.order)
    }
    for (source, range) in ranges {
      guard let id = try sources.id(source.text) else { continue }
      ids[source] = id
      if try table.hasOrders(source: id, from: range.first, to: range.last) {
        sourcesWithOrders.insert(source)
      }
    }
  }

  func source(_ name: String) -> Int64? { ids[ByteText(name)] }

  func rows(source: String, order: String) throws(SQLiteError) -> [SaleTable.Row] {
    let name = ByteText(source)
    guard let id = ids[name], sourcesWithOrders.contains(name) else { return [] }
    return try table.rows(source: id, order: order)
  }
}
