import LedgerCore
import Rows

/// Looks up what sales name in the book.
struct SaleResolver {
  /// What the book has for the common part of sales.
  typealias Resolved = SaleNames.Group

  let currencies: Currencies
  private let session: any BookSession
  private let markets: MarketTable

  init(session: any BookSession) throws(StorageError) {
    self.session = session
    currencies = try Currencies(session: session)
    markets = MarketTable(session: session)
  }

  /// What the book has for each common part, or why it cannot take such sales.
  func resolve(
    _ shared: [SaleBatch.Shared]
  ) throws(StorageError) -> [Result<Resolved, LedgerError>] {
    var identities = try EventIdentities(of: shared.compactMap(\.event), session: session)
    return try shared.map { common throws(StorageError) in try resolve(common, &identities) }
  }

  /// The recorded sale in a row with the same key.
  func sale(_ row: SaleTable.Row, of given: Sale) throws(StorageError) -> Sale {
    let movement = row.movement
    let event: EventKey? =
      if let id = movement.event { try EventTable(session: session).key(id) } else { nil }
    do {
      return try Sale(
        recorded: given.key.source, order: row.order, line: movement.line, kind: movement.kind,
        product: movement.product,
        quantity: movement.isQuantityUnknown ? nil : movement.quantity,
        amount: Money(micros: Int128(movement.micros), currency: movement.currency),
        at: movement.at, notBefore: movement.isBounded ? movement.notBefore : nil,
        observedAt: row.observedAt, event: event, market: movement.market)
    } catch {
      throw .damaged("a sale is none: \(error)")
    }
  }

  private func resolve(
    _ common: SaleBatch.Shared, _ identities: inout EventIdentities
  ) throws(StorageError) -> Result<Resolved, LedgerError> {
    var event: Int64?
    var market = common.market
    if let key = common.event {
      let identity: EventIdentities.Identity
      switch try identities.identity(key) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let found): identity = found
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
    let isKnown = if event == nil, let market { try markets.has(market) } else { event != nil }
    guard let market, isKnown else {
      return .failure(.unknownMarket(market?.description ?? "", near: []))
    }
    guard let currency = currencies[common.currency.code] else {
      return .failure(.unknownCurrency(common.currency.code, near: []))
    }
    return .success(Resolved(event: event, market: market, currency: currency))
  }
}
