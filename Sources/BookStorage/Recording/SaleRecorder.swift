import LedgerCore
import Rows

/// Records a batch of sales and updates the totals of their events and markets.
struct SaleRecorder {
  private let session: any BookSession
  private let table: SaleTable
  private let sources: SaleSourceTable
  private let resolver: SaleResolver

  init(session: any BookSession) throws(StorageError) {
    self.session = session
    resolver = try SaleResolver(session: session)
    table = SaleTable(session: session, currencies: resolver.currencies)
    sources = SaleSourceTable(session: session)
  }

  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(StorageError) -> Recording<Sale> {
    let resolved = try resolver.resolve(sales.shared)
    var names = SaleNames()
    let orders = SaleOrders(sales, resolved.map { try? $0.get() }, &names)
    let known = try KnownOrders(table: table, sources: sources, orders)
    var fates = SaleFates(orders, names)
    fates.refuse(resolved)
    var start = 0
    let firstPlain = orders.isPlain ? known.end() : orders.places.count
    let recorded = try known.rows(upTo: firstPlain)
    while start < firstPlain {
      let end = orders.end(ofOrderAt: start)
      let rows = recorded[start] ?? []
      if !fates.takePlainOrder(start..<end, isKnown: !rows.isEmpty) {
        try fates.takeOrder(start..<end, known: rows, by: resolver)
      }
      start = end
    }
    fates.takeAll(from: firstPlain)
    let new = fates.new
    guard !new.isEmpty else { return Recording(receipt: nil, results: fates.outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.sales, new.count), session: session)
    let totals = try fates.changes.totals(fates.names) { () throws(StorageError) in
      try insert(new, of: orders, fates.parts, known, entry: entry)
    }
    try totals.add(to: session)
    return Recording(receipt: try entry.close(), results: fates.outcomes)
  }

  private func insert(
    _ new: [Int], of orders: SaleOrders, _ parts: [SaleFates.Part], _ known: KnownOrders,
    entry: OpenEntry
  ) throws(StorageError) {
    var ids = known.sources.map(\.id)
    for (id, name) in zip(ids, orders.sources) {
      if let id { entry.name(source: id, name) }
    }
    var records = SaleTable.Records(orders)
    records.reserveCapacity(new.count)
    for index in new {
      let part = index < 0 ? parts[~index] : nil
      let place = part?.place ?? index
      let source = orders.source(place)
      let id: Int64
      if let known = ids[source] {
        id = known
      } else {
        id = try sources.insert(orders.sources[source], entry: entry)
        entry.name(source: id, orders.sources[source])
        ids[source] = id
      }
      var row = orders.sales.rows[place]
      if let part { row = row.with(part.line, hasProduct: part.hasProduct) }
      records.append(row, source: id)
    }
    try table.insert(records, entry: entry)
  }
}
