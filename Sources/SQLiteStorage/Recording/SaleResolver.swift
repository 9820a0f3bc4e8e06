import LedgerCore
import SQLite

/// Finds the events and markets that sales name.
struct SaleResolver {
  /// A sale of a batch that names what the book has.
  struct Candidate {
    let place: Int
    let movement: Movement
  }

  let currencies: Currencies
  private let connection: Connection
  private let markets: Set<Market.Code>

  init(connection: Connection) throws(SQLiteError) {
    self.connection = connection
    currencies = try Currencies(connection: connection)
    markets = Set(try MarketTable(connection: connection).all().map(\.code))
  }

  /// The sales that can be recorded, by source and order; the outcomes say why the others cannot.
  func candidates(
    _ sales: [Sale], _ outcomes: inout [Outcome<Sale>]
  ) throws(SQLiteError) -> [Candidate] {
    var identities = EventIdentities(connection: connection)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(sales.count)
    var isSorted = true
    for (place, sale) in sales.enumerated() {
      switch try movement(sale, &identities) {
      case .failure(let refusal): outcomes[place] = .refused(refusal)
      case .success(let movement):
        if let last = candidates.last, sale.key.isBefore(sales[last.place].key) { isSorted = false }
        candidates.append(Candidate(place: place, movement: movement))
      }
    }
    if !isSorted {
      candidates.sort { left, right in
        let (first, second) = (sales[left.place].key, sales[right.place].key)
        return first.isBefore(second) || (!second.isBefore(first) && left.place < right.place)
      }
    }
    return candidates
  }

  /// The sale that a row of the same key is.
  func sale(_ row: SaleTable.Row, of given: Sale) throws(SQLiteError) -> Sale {
    let movement = row.movement
    let event: EventKey? =
      if let id = movement.event { try EventTable(connection: connection).key(id) } else { nil }
    do {
      return try Sale(
        source: given.key.source, order: row.order, line: movement.line, kind: movement.kind,
        product: movement.product, quantity: movement.quantity,
        amount: Money(micros: Int128(movement.micros), currency: movement.currency),
        at: movement.at, event: event, market: movement.market)
    } catch {
      throw .damaged("a sale is none: \(error)")
    }
  }

  private func movement(
    _ sale: Sale, _ identities: inout EventIdentities
  ) throws(SQLiteError) -> Result<Movement, LedgerError> {
    var event: Int64?
    var market = sale.market
    if let key = sale.event {
      guard let identity = try identities.identity(key) else {
        return .failure(try identities.refusal(key))
      }
      if let market, market != identity.market {
        return .failure(
          .marketOfEvent(
            event: key.description, market: identity.market.description,
            given: market.description))
      }
      event = identity.id
      market = identity.market
    }
    guard let market, markets.contains(market) else {
      return .failure(.unknownMarket(market?.description ?? "", near: []))
    }
    guard let currency = currencies[sale.amount.currency.code] else {
      return .failure(.unknownCurrency(sale.amount.currency.code, near: []))
    }
    return .success(
      Movement(
        event: event, market: market, currency: currency, product: sale.product,
        kind: sale.key.kind, line: sale.key.line, at: sale.at, quantity: sale.quantity,
        micros: Int64(clamping: sale.amount.micros)))
  }
}

extension Sale.Key {
  /// The order of the table's key, as far as orders go: by bytes.
  fileprivate func isBefore(_ other: Sale.Key) -> Bool {
    source.utf8.elementsEqual(other.source.utf8)
      ? order.utf8.lexicographicallyPrecedes(other.order.utf8)
      : source.utf8.lexicographicallyPrecedes(other.source.utf8)
  }
}
