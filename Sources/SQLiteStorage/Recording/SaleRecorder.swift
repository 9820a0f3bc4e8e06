import LedgerCore
import SQLite

/// Records a batch of sales and keeps the totals of their events and markets.
struct SaleRecorder {
  let connection: Connection

  /// The movements of an order: those in the book, and those of the batch that are new.
  private struct Order {
    let source: Int64?
    let known: [OrderMovement]
    var new: [OrderMovement] = []

    func movement(_ key: Sale.Key) -> OrderMovement? {
      known.first { $0.sale.key == key } ?? new.first { $0.sale.key == key }
    }
  }

  private struct OrderKey: Hashable {
    let source: String
    let number: String
  }

  func record(_ sales: [Sale], as draft: Entry.Draft) throws(SQLiteError) -> Recording<Sale> {
    var identities = EventIdentities(connection: connection)
    var sources: [String: Int64] = [:]
    var orders: [OrderKey: Order] = [:]
    var outcomes: [Outcome<Sale>] = []
    outcomes.reserveCapacity(sales.count)
    var recorded: Int64 = 0

    for sale in sales {
      let movement: OrderMovement
      switch try resolve(sale, &identities) {
      case .success(let resolved): movement = resolved
      case .failure(let refusal):
        outcomes.append(.refused(refusal))
        continue
      }
      let key = OrderKey(source: sale.key.source, number: sale.key.order)
      if orders[key] == nil { orders[key] = try order(key, &sources) }
      if let known = orders[key]?.movement(sale.key) {
        let isSame = known.sale.isSame(as: movement.sale, event: known.event == movement.event)
        outcomes.append(isSame ? .alreadyRecorded : .conflicting(recorded: known.sale))
      } else {
        orders[key]?.new.append(movement)
        outcomes.append(.recorded)
        recorded += 1
      }
    }
    guard recorded > 0 else { return Recording(entry: nil, outcomes: outcomes) }

    let entry = try EntryTable(connection: connection)
      .append(draft, recording: Entry.Counts(sales: recorded))
    let changed = orders.filter { !$0.value.new.isEmpty }
    try insert(changed, entry: entry, &sources)
    var changes = SaleTotalChanges()
    for order in changed.values { changes.change(from: order.known, to: order.known + order.new) }
    try changes.apply(to: connection)
    return Recording(entry: entry, outcomes: outcomes)
  }

  private func resolve(
    _ sale: Sale, _ identities: inout EventIdentities
  ) throws(SQLiteError) -> Result<OrderMovement, LedgerError> {
    guard let key = sale.event else {
      guard let market = sale.market else { return .failure(.storage("a sale has no market")) }
      return .success(OrderMovement(sale: sale, event: nil, market: market))
    }
    guard let event = try identities.identity(key) else {
      return .failure(try identities.refusal(key))
    }
    if let market = sale.market, market != event.market {
      return .failure(
        .marketOfEvent(
          event: key.description, market: event.market.description, given: market.description))
    }
    return .success(OrderMovement(sale: sale, event: event.id, market: event.market))
  }

  private func order(
    _ key: OrderKey, _ sources: inout [String: Int64]
  ) throws(SQLiteError) -> Order {
    if sources[key.source] == nil {
      sources[key.source] = try SaleSourceTable(connection: connection).id(key.source)
    }
    guard let source = sources[key.source] else { return Order(source: nil, known: []) }
    let known = try SaleTable(connection: connection)
      .movements(source: source, order: key.number)
    return Order(source: source, known: known)
  }

  private func insert(
    _ orders: [OrderKey: Order], entry: Int64, _ sources: inout [String: Int64]
  ) throws(SQLiteError) {
    let table = SaleTable(connection: connection)
    // In the order of the table's key, neighbours are written together.
    for (key, order) in orders.sorted(by: { $0.key.number < $1.key.number }) {
      if sources[key.source] == nil {
        sources[key.source] = try SaleSourceTable(connection: connection)
          .insert(key.source, entry: entry)
      }
      guard let source = sources[key.source] else { continue }
      for movement in order.new { try table.insert(movement, source: source, entry: entry) }
    }
  }
}

extension Sale {
  /// Whether two movements of one key say the same; the market may be named or left to the event.
  fileprivate func isSame(as other: Sale, event isSameEvent: Bool) -> Bool {
    product == other.product && quantity == other.quantity && amount == other.amount
      && at == other.at && isSameEvent
      && (market == other.market || event != nil)
  }
}
