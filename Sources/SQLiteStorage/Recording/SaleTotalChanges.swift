import LedgerCore
import SQLite

/// What new sales change in the totals of events and markets.
struct SaleTotalChanges {
  private struct EventKey: Hashable {
    let event: Int64
    let currency: Currency
  }

  private var ofEvents: [EventKey: SaleTotals] = [:]
  private var ofMarkets: [MarketSaleTotalTable.Key: SaleTotals] = [:]

  /// Adds the new movements of one order to those that the book has.
  mutating func add(_ new: [OrderMovement], to known: [OrderMovement]) {
    for movement in new {
      let currency = movement.sale.amount.currency
      ofMarkets[movement.marketKey, default: SaleTotals(currency: currency)].add(movement.sale)
      if let event = movement.event {
        ofEvents[
          EventKey(event: event, currency: currency), default: SaleTotals(currency: currency)
        ]
        .add(movement.sale)
      }
    }
    count(known, by: -1)
    count(known + new, by: 1)
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
  fileprivate var isNothing: Bool { self == SaleTotals(currency: currency) }

  fileprivate mutating func add(_ sale: Sale) {
    lines += 1
    switch sale.key.kind {
    case .sale:
      units += sale.quantity
      gross += sale.amount.micros
    case .cancellation: cancelled += sale.amount.micros
    case .refund: refunded += sale.amount.micros
    case .adjustment: adjusted += sale.amount.micros
    }
  }
}
