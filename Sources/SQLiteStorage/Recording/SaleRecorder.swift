import LedgerCore
import SQLite

/// Records a batch of sales and keeps the totals of their events and markets.
struct SaleRecorder {
  private let connection: Connection
  private let table: SaleTable
  private let sources: SaleSourceTable
  private let resolver: SaleResolver

  init(connection: Connection) throws(SQLiteError) {
    self.connection = connection
    resolver = try SaleResolver(connection: connection)
    table = SaleTable(connection: connection, currencies: resolver.currencies)
    sources = SaleSourceTable(connection: connection)
  }

  func record(_ sales: [Sale], as draft: Entry.Draft) throws(SQLiteError) -> Recording<Sale> {
    var outcomes = [Outcome<Sale>](repeating: .recorded, count: sales.count)
    let candidates = try resolver.candidates(sales, &outcomes)
    var new: [(place: Int, source: Int64?)] = []
    var movements: [Movement] = []
    var changes = SaleTotalChanges()

    let known = try KnownOrders(table: table, sources: sources, sales, candidates)
    var start = 0
    while start < candidates.count {
      let first = sales[candidates[start].place].key
      var end = start + 1
      while end < candidates.count, sales[candidates[end].place].key.isOrder(of: first) { end += 1 }
      let rows = try known.rows(source: first.source, order: first.order)
      let firstNew = movements.count
      for candidate in candidates[start..<end] {
        let sale = sales[candidate.place]
        if let row = rows.first(where: { $0.movement.isLine(candidate.movement) }) {
          outcomes[candidate.place] =
            row.movement == candidate.movement
            ? .alreadyRecorded : .conflicting(recorded: try resolver.sale(row, of: sale))
        } else if let twin = movements[firstNew...].firstIndex(where: {
          $0.isLine(candidate.movement)
        }) {
          let other = sales[new[twin].place]
          outcomes[candidate.place] =
            movements[twin] == candidate.movement
            ? .alreadyRecorded : .conflicting(recorded: other)
        } else {
          new.append((candidate.place, known.source(first.source)))
          movements.append(candidate.movement)
        }
      }
      changes.add(movements[firstNew...], toKnown: rows.map(\.movement))
      start = end
    }
    guard !new.isEmpty else { return Recording(entry: nil, outcomes: outcomes) }

    let entry = try EntryTable(connection: connection)
      .append(draft, recording: Entry.Counts(.sales, new.count))
    try insert(new, movements, of: sales, entry: entry)
    try changes.apply(to: connection, resolver.currencies)
    return Recording(entry: entry, outcomes: outcomes)
  }

  private func insert(
    _ new: [(place: Int, source: Int64?)], _ movements: [Movement], of sales: [Sale], entry: Int64
  ) throws(SQLiteError) {
    var made: [ByteText: Int64] = [:]
    var records: [SaleTable.Record] = []
    records.reserveCapacity(new.count)
    for (index, (place, source)) in new.enumerated() {
      let sale = sales[place]
      let id: Int64
      if let source = source ?? made[ByteText(sale.key.source)] {
        id = source
      } else {
        id = try sources.insert(sale.key.source, entry: entry)
        made[ByteText(sale.key.source)] = id
      }
      records.append(
        SaleTable.Record(
          source: id, order: sale.key.order, movement: movements[index]))
    }
    try table.insert(records, entry: entry)
  }
}

extension Movement {
  fileprivate func isLine(_ other: Movement) -> Bool { line == other.line && kind == other.kind }
}

extension Sale.Key {
  fileprivate func isOrder(of other: Sale.Key) -> Bool {
    ByteText(order) == ByteText(other.order) && ByteText(source) == ByteText(other.source)
  }
}
