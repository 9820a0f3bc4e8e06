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
    var credited = try creditedOrders(orders, known)
    let listed = try SameShowTable(session: session).listed()
    let firstPlain =
      orders.isPlain && credited.isEmpty && listed.isEmpty ? known.end() : orders.places.count
    var recorded = try known.rows(upTo: firstPlain)
    while start < firstPlain {
      let end = orders.end(ofOrderAt: start)
      let rows = recorded.rows(ofOrderAt: start)
      if !listed.isEmpty, orders.names(listed, start..<end) || rows.name(listed) {
        credited.insert(start)
      }
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
    let ids = try insertSources(of: new, orders, fates.parts, known, entry: entry)
    let ofCredits = try CreditedTotals(
      of: credited.sorted().compactMap { key($0, orders, ids) }, session: session)
    try fates.changes.add(to: &totals) { () throws(StorageError) in
      try insert(new, of: orders, fates.parts, ids, entry: entry)
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
    let ids = known.sources.map(\.id)
    let places = try table.areCredited(starts.compactMap { key($0, orders, ids) })
    return Set(places.map { starts[$0] })
  }

  /// The order that begins at a place; `nil` if the book does not have its source.
  private func key(
    _ start: Int, _ orders: SaleOrders, _ ids: [Int64?]
  ) -> (source: Int64, number: String)? {
    let place = orders.places[start]
    return ids[orders.source(place)].map { ($0, orders.order(place)) }
  }

  /// Inserts the sources of new sales that the book does not have; returns the rows of all.
  private func insertSources(
    of new: [Int], _ orders: SaleOrders, _ parts: [SaleFates.Part], _ known: KnownOrders,
    entry: OpenEntry
  ) throws(StorageError) -> [Int64?] {
    var ids = known.sources.map(\.id)
    for (id, name) in zip(ids, orders.sources) {
      if let id { entry.name(source: id, name) }
    }
    for index in new {
      let source = orders.source(index < 0 ? parts[~index].place : index)
      guard ids[source] == nil else { continue }
      let id = try sources.insert(orders.sources[source], entry: entry)
      entry.name(source: id, orders.sources[source])
      ids[source] = id
    }
    return ids
  }

  private func insert(
    _ new: [Int], of orders: SaleOrders, _ parts: [SaleFates.Part], _ ids: [Int64?],
    entry: OpenEntry
  ) throws(StorageError) {
    func row(_ index: Int) -> (place: Int, part: SaleFates.Part?) {
      let part = index < 0 ? parts[~index] : nil
      return (part?.place ?? index, part)
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

extension SaleOrders {
  /// Whether sales of an order name one of some events.
  fileprivate func names(_ events: [Int64: Int64], _ range: Range<Int>) -> Bool {
    places[range].contains { place in
      resolved[sales.rows[place].shared]?.event.map { events[$0] != nil } ?? false
    }
  }
}

extension [SaleTable.Row] {
  /// Whether any names one of some events.
  fileprivate func name(_ events: [Int64: Int64]) -> Bool {
    contains { row in row.movement.event.map { events[$0] != nil } ?? false }
  }
}
