import LedgerCore
import SQLite

/// What changes in the totals of events and markets when orders change.
struct SaleTotalChanges {
  struct EventKey: Hashable {
    let event: Int64
    let currency: Currency
  }

  private(set) var ofEvents: [EventKey: SaleTotals] = [:]
  private(set) var ofMarkets: [MarketSaleTotalTable.Key: SaleTotals] = [:]

  /// Takes what was current of one order out of the totals, and what is current now into them.
  mutating func change(from before: [OrderMovement], to after: [OrderMovement]) {
    add(before, times: -1)
    add(after, times: 1)
  }

  private mutating func add(_ movements: [OrderMovement], times sign: Int64) {
    for movement in movements {
      let none = SaleTotals(currency: movement.sale.amount.currency)
      ofMarkets[movement.marketKey, default: none].add(movement.sale, times: sign)
      if let event = movement.event {
        let key = EventKey(event: event, currency: none.currency)
        ofEvents[key, default: none].add(movement.sale, times: sign)
      }
    }
    count(movements, by: sign)
  }

  /// Counts an order once in each event, and once in each market where its earliest line is.
  private mutating func count(_ movements: [OrderMovement], by step: Int64) {
    struct MarketKey: Hashable {
      let market: Market.Code
      let currency: Currency
    }
    var events: Set<EventKey> = []
    var earliest: [MarketKey: OrderMovement] = [:]
    for movement in movements where movement.sale.key.kind == .sale {
      let currency = movement.sale.amount.currency
      if let event = movement.event { events.insert(EventKey(event: event, currency: currency)) }
      let key = MarketKey(market: movement.market, currency: currency)
      if let known = earliest[key], !movement.isEarlier(than: known) { continue }
      earliest[key] = movement
    }
    for key in events { ofEvents[key, default: SaleTotals(currency: key.currency)].orders += step }
    for (key, movement) in earliest {
      ofMarkets[movement.marketKey, default: SaleTotals(currency: key.currency)].orders += step
    }
  }

  func apply(to connection: Connection) throws(SQLiteError) {
    let eventTable = EventSaleTotalTable(connection: connection)
    for (key, totals) in ofEvents where !totals.isNothing {
      try eventTable.add(totals, event: key.event)
    }
    let marketTable = MarketSaleTotalTable(connection: connection)
    for (key, totals) in ofMarkets where !totals.isNothing { try marketTable.add(totals, to: key) }
  }
}

extension OrderMovement {
  fileprivate var marketKey: MarketSaleTotalTable.Key {
    .init(
      market: market, currency: sale.amount.currency, quarter: sale.at.quarter,
      isCredited: event != nil)
  }

  fileprivate func isEarlier(than other: OrderMovement) -> Bool {
    (sale.at, sale.key.line) < (other.sale.at, other.sale.key.line)
  }
}

extension SaleTotals {
  var isNothing: Bool { self == SaleTotals(currency: currency) }

  fileprivate mutating func add(_ sale: Sale, times sign: Int64) {
    lines += sign
    let amount = sale.amount.micros * Int128(sign)
    switch sale.key.kind {
    case .sale:
      units += sale.quantity * sign
      gross += amount
    case .cancellation: cancelled += amount
    case .refund: refunded += amount
    case .adjustment: adjusted += amount
    }
  }
}
