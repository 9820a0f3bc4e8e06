import LedgerCore
import Rows

/// Records batches of sales, and says what changes in the totals of their events and markets.
struct SaleRecorder {
  private let session: any BookSession
  private let table: SaleTable
  private let sources: SaleSourceTable
  private let resolver: SaleResolver

  /// Those of one statement are in memory twice: as sales, and as they are inserted.
  private static let rowsOfStatement = 16_384

  init(session: any BookSession) throws(StorageError) {
    self.session = session
    resolver = try SaleResolver(session: session)
    table = SaleTable(session: session, currencies: resolver.currencies)
    sources = SaleSourceTable(session: session)
  }

  /// Records a batch, and adds what changes to `totals`, which are still to be written.
  func record(
    _ sales: SaleBatch, as draft: Entry.Draft, adding totals: inout SaleTotalChanges
  ) throws(StorageError) -> Recording<Sale> {
    let resolved = try resolver.resolve(sales.shared)
    var names = totals.names
    let orders = SaleOrders(sales, resolved.map { try? $0.get() }, &names)
    let known = try KnownOrders(table: table, sources: sources, orders)
    var fates = SaleFates(orders, names)
    fates.refuse(resolved)
    var start = 0
    let credited = try creditedOrders(orders, known)
    let firstPlain =
      orders.isPlain && credited.isEmpty ? known.end() : orders.places.count
    var recorded = try known.rows(upTo: firstPlain)
    while start < firstPlain {
      let end = orders.end(ofOrderAt: start)
      let rows = recorded.rows(ofOrderAt: start)
      fates.leavesTotals = credited.contains(start)
      if !fates.takePlainOrder(start..<end, isKnown: !rows.isEmpty) {
        try fates.takeOrder(start..<end, known: rows, by: resolver)
      }
      start = end
    }
    fates.takeAll(from: firstPlain)
    totals.names = fates.names
    let new = fates.new
    guard !new.isEmpty else { return Recording(receipt: nil, results: fates.outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.sales, new.count), session: session)
    let ofCredits = try CreditedTotals(
      of: credited.sorted().map { key($0, orders, known) }, session: session)
    try fates.changes.add(to: &totals) { () throws(StorageError) in
      try insert(new, of: orders, fates.parts, known, entry: entry)
    }
    try ofCredits.add(to: &totals)
    return Recording(receipt: try entry.close(), results: fates.outcomes)
  }

  /// The places where those orders begin for which the book has credits.
  private func creditedOrders(
    _ orders: SaleOrders, _ known: KnownOrders
  ) throws(StorageError) -> Set<Int> {
    let table = CreditTable(session: session)
    guard try table.hasAny() else { return [] }
    var starts: [Int] = []
    var start = 0
    while start < orders.places.count {
      if known.sources[orders.source(orders.places[start])].id != nil { starts.append(start) }
      start = orders.end(ofOrderAt: start)
    }
    let places = try table.areCredited(starts.map { key($0, orders, known) })
    return Set(places.map { starts[$0] })
  }

  /// The order that begins at a place, of a source that the book has.
  private func key(
    _ start: Int, _ orders: SaleOrders, _ known: KnownOrders
  ) -> (source: Int64, number: String) {
    let place = orders.places[start]
    return (known.sources[orders.source(place)].id ?? 0, orders.order(place))
  }

  private func insert(
    _ new: [Int], of orders: SaleOrders, _ parts: [SaleFates.Part], _ known: KnownOrders,
    entry: OpenEntry
  ) throws(StorageError) {
    var ids = known.sources.map(\.id)
    for (id, name) in zip(ids, orders.sources) {
      if let id { entry.name(source: id, name) }
    }
    func row(_ index: Int) -> (place: Int, part: SaleFates.Part?) {
      let part = index < 0 ? parts[~index] : nil
      return (part?.place ?? index, part)
    }
    for index in new where ids[orders.source(row(index).place)] == nil {
      let source = orders.source(row(index).place)
      let id = try sources.insert(orders.sources[source], entry: entry)
      entry.name(source: id, orders.sources[source])
      ids[source] = id
    }
    var records = SaleTable.Records(orders)
    var start = 0
    try table.insert(into: entry, naming: records.events) { () throws(StorageError) in
      guard start < new.count else { return nil }
      let end = min(start + Self.rowsOfStatement, new.count)
      defer { start = end }
      return records.take(end - start) { records in
        for index in new[start..<end] {
          let (place, part) = row(index)
          var row = orders.sales.rows[place]
          if let part { row = row.with(part.line, hasProduct: part.hasProduct) }
          records.append(row, source: ids[orders.source(place)] ?? 0)
        }
      }
    }
  }
}
