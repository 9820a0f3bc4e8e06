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

  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(SQLiteError) -> Recording<Sale> {
    var outcomes = Outcomes<Sale>(recorded: sales.count)
    let resolved = try resolver.resolve(sales.shared)
    for (place, row) in sales.rows.enumerated() {
      if case .failure(let refusal) = resolved[row.shared] { outcomes[place] = .refused(refusal) }
    }
    let orders = SaleOrders(sales, resolved.map { try? $0.get() })
    let known = try KnownOrders(table: table, sources: sources, orders)
    var new: [Int] = []
    new.reserveCapacity(orders.places.count)
    // Of sums so far, what the book lacked.
    var lacking: [Int: Movement] = [:]
    var changes = SaleTotalChanges()

    var start = 0
    var fresh: [Movement] = []
    while start < orders.places.count {
      let end = orders.end(ofOrderAt: start)
      let rows = try known.rows(ofOrderOf: orders.places[start])
      fresh.removeAll(keepingCapacity: true)
      let firstNew = new.count
      for place in orders.places[start..<end] {
        guard let movement = orders.movement(place) else { continue }
        let extent = orders.extent(place)
        if extent != .movement {
          let known = rows.map(\.movement) + fresh
          if let part = movement.lacking(extent, known: known) {
            lacking[place] = part
            new.append(place)
            fresh.append(part)
          } else {
            outcomes[place] = .alreadyRecorded
          }
        } else if let row = rows.first(where: { $0.movement.isLine(movement) }) {
          outcomes[place] =
            row.movement == movement
            ? .alreadyRecorded
            : .conflicting(recorded: try resolver.sale(row, of: sales[place]))
        } else if let twin = fresh.firstIndex(where: { $0.isLine(movement) }) {
          outcomes[place] =
            fresh[twin] == movement
            ? .alreadyRecorded : .conflicting(recorded: sales[new[firstNew + twin]])
        } else {
          new.append(place)
          fresh.append(movement)
        }
      }
      changes.add(fresh[...], toKnown: rows.isEmpty ? [] : rows.map(\.movement))
      start = end
    }
    guard !new.isEmpty else { return Recording(entry: nil, results: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.sales, new.count), connection: connection)
    try insert(new, of: orders, lacking, known, entry: entry)
    try changes.apply(to: connection, resolver.currencies)
    return Recording(entry: try entry.close(), results: outcomes)
  }

  private func insert(
    _ new: [Int], of orders: SaleOrders, _ lacking: [Int: Movement], _ known: KnownOrders,
    entry: OpenEntry
  ) throws(SQLiteError) {
    var ids = known.sources.map(\.id)
    var records = SaleTable.Records(orders)
    records.reserveCapacity(new.count)
    for place in new {
      let source = orders.source(place)
      let id: Int64
      if let known = ids[source] {
        id = known
      } else {
        id = try sources.insert(orders.sources[source], entry: entry)
        ids[source] = id
      }
      let row = orders.sales.rows[place]
      records.append(
        lacking[place].map { row.with(line: $0.line, micros: $0.micros) } ?? row, source: id)
    }
    try table.insert(records, entry: entry)
  }
}

extension Movement {
  fileprivate var part: Sale.Part {
    Sale.Part(kind: kind, line: line, currency: currency, micros: micros)
  }

  /// The movement that makes what the book has the stated extent; `nil` where nothing is lacking.
  fileprivate func lacking(_ extent: Sale.Extent, known: [Movement]) -> Movement? {
    guard let lacking = extent.lacking(of: part, known: known.map(\.part)) else { return nil }
    return Movement(
      event: event, market: market, currency: currency, product: product, kind: kind,
      line: lacking.line, at: at, quantity: quantity, micros: lacking.micros)
  }

  fileprivate func isLine(_ other: Movement) -> Bool { line == other.line && kind == other.kind }
}
