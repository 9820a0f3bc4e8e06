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
    let refusals = resolved.map { common in
      if case .failure(let refusal) = common { refusal } else { nil as LedgerError? }
    }
    if refusals.contains(where: { $0 != nil }) {
      for (place, row) in sales.rows.enumerated() {
        if let refusal = refusals[row.shared] { outcomes[place] = .refused(refusal) }
      }
    }
    var names = SaleNames()
    let orders = SaleOrders(sales, resolved.map { try? $0.get() }, &names)
    let known = try KnownOrders(table: table, sources: sources, orders)
    var new: [Int] = []
    new.reserveCapacity(orders.places.count)
    var changes = SaleOrderChanges()
    // Of sums so far, what the book lacked.
    var lacking: [Int: SaleLine] = [:]

    var start = 0
    var fresh: [SaleLine] = []
    let firstPlain = orders.isPlain ? known.end() : orders.places.count
    while start < firstPlain {
      let end = orders.end(ofOrderAt: start)
      let rows = try known.rows(ofOrderOf: orders.places[start])
      if rows.isEmpty, orders.plainLines(start..<end, into: &fresh) {
        new.append(contentsOf: orders.places[start..<end])
        changes.add(fresh, toKnown: [])
        start = end
        continue
      }
      let recorded = rows.map { names.line($0.movement) }
      fresh.removeAll(keepingCapacity: true)
      let firstNew = new.count
      for place in orders.places[start..<end] {
        guard let line = orders.line(place) else { continue }
        let extent = orders.extent(place)
        if extent != .movement {
          if let part = names.lacking(line, extent, known: recorded + fresh) {
            lacking[place] = part
            new.append(place)
            fresh.append(part)
          } else {
            outcomes[place] = .alreadyRecorded
          }
        } else if let row = recorded.firstIndex(where: { $0.isLine(line) }) {
          outcomes[place] =
            names.isSame(recorded[row], line)
            ? .alreadyRecorded
            : .conflicting(recorded: try resolver.sale(rows[row], of: sales[place]))
        } else if let twin = fresh.firstIndex(where: { $0.isLine(line) }) {
          outcomes[place] =
            names.isSame(fresh[twin], line)
            ? .alreadyRecorded : .conflicting(recorded: sales[new[firstNew + twin]])
        } else {
          new.append(place)
          fresh.append(line)
        }
      }
      changes.add(fresh, toKnown: recorded)
      Self.sort(&new, from: firstNew, by: fresh)
      start = end
    }
    new.append(contentsOf: orders.places[firstPlain...])
    changes.addAll(of: orders, from: firstPlain)
    guard !new.isEmpty else { return Recording(entry: nil, results: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.sales, new.count), connection: connection)
    let totals = try changes.totals(names) { () throws(SQLiteError) in
      try insert(new, of: orders, lacking, known, entry: entry)
    }
    try totals.add(to: connection)
    return Recording(entry: try entry.close(), results: outcomes)
  }

  /// Puts the last places in the order of the table's key, in which lines mostly are.
  private static func sort(_ places: inout [Int], from first: Int, by lines: [SaleLine]) {
    guard zip(lines, lines.dropFirst()).contains(where: { $1.isBefore($0) }) else { return }
    let sorted = zip(places[first...], lines).sorted { $0.1.isBefore($1.1) }
    places.replaceSubrange(first..., with: sorted.map(\.0))
  }

  private func insert(
    _ new: [Int], of orders: SaleOrders, _ lacking: [Int: SaleLine], _ known: KnownOrders,
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
      var row = orders.sales.rows[place]
      if !lacking.isEmpty, let part = lacking[place] {
        row = row.with(line: part.line, micros: part.micros)
      }
      records.append(row, source: id)
    }
    try table.insert(records, entry: entry)
  }
}
