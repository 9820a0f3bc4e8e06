import LedgerCore
import SQLite

/// What changes in the totals of events and markets when orders change.
struct SaleTotalChanges {
  struct EventKey: Hashable {
    let event: Int64
    let currency: Currency
  }

  private(set) var ofEvents = Sums<EventKey>()
  private(set) var ofMarkets = Sums<MarketSaleTotalTable.Key>()

  /// Adds new movements of an order to those that are known.
  mutating func add(_ new: ArraySlice<Movement>, toKnown known: [Movement]) {
    for movement in new { add(movement, times: 1) }
    guard !known.isEmpty else { return count(new, by: 1) }
    count(known[...], by: -1)
    count((known + new)[...], by: 1)
  }

  /// Takes what was current of one order out of the totals, and what is current now into them.
  mutating func change(from before: [Movement], to after: [Movement]) {
    for movement in before { add(movement, times: -1) }
    count(before[...], by: -1)
    add(after[...], toKnown: [])
  }

  private mutating func add(_ movement: Movement, times sign: Int64) {
    ofMarkets.update(movement.marketKey) { $0.add(movement, times: sign) }
    if let key = movement.eventKey { ofEvents.update(key) { $0.add(movement, times: sign) } }
  }

  /// Counts an order once in each event, and once in each market where its earliest line is; each
  /// currency by itself.
  private mutating func count(_ movements: ArraySlice<Movement>, by step: Int64) {
    var events: [EventKey] = []
    var earliest: [Movement] = []
    for movement in movements where movement.kind == .sale {
      if let key = movement.eventKey, events.last != key, !events.contains(key) {
        events.append(key)
      }
      let place = earliest.firstIndex {
        $0.market == movement.market && $0.currency == movement.currency
      }
      if let place {
        if movement.isEarlier(than: earliest[place]) { earliest[place] = movement }
      } else {
        earliest.append(movement)
      }
    }
    for key in events { ofEvents.update(key) { $0.orders += step } }
    for movement in earliest { ofMarkets.update(movement.marketKey) { $0.orders += step } }
  }

  func apply(to connection: Connection) throws(SQLiteError) {
    let eventTable = EventSaleTotalTable(connection: connection)
    for (key, totals) in ofEvents.all { try eventTable.add(totals, event: key.event) }
    let marketTable = MarketSaleTotalTable(connection: connection)
    for (key, totals) in ofMarkets.all { try marketTable.add(totals, to: key) }
  }
}

extension SaleTotalChanges {
  /// Totals by key.
  ///
  /// Neighbours mostly have the same key, which is looked up once.
  struct Sums<Key: Hashable & SaleTotalKey> {
    private var places: [Key: Int] = [:]
    private var sums: [(key: Key, totals: SaleTotals)] = []
    private var last = -1

    /// Those that are not nothing.
    var all: [(key: Key, totals: SaleTotals)] {
      sums.filter { $0.totals != SaleTotals(currency: $0.key.currency) }
    }

    mutating func update(_ key: Key, _ change: (inout SaleTotals) -> Swift.Void) {
      if last < 0 || sums[last].key != key {
        if let place = places[key] {
          last = place
        } else {
          last = sums.count
          places[key] = last
          sums.append((key, SaleTotals(currency: key.currency)))
        }
      }
      change(&sums[last].totals)
    }
  }
}

/// What totals of sales are kept by; among others a currency.
protocol SaleTotalKey {
  var currency: Currency { get }
}

extension SaleTotalChanges.EventKey: SaleTotalKey {}
extension MarketSaleTotalTable.Key: SaleTotalKey {}

extension Movement {
  fileprivate var eventKey: SaleTotalChanges.EventKey? {
    event.map { SaleTotalChanges.EventKey(event: $0, currency: currency) }
  }

  fileprivate var marketKey: MarketSaleTotalTable.Key {
    .init(market: market, currency: currency, quarter: at.quarter, isCredited: event != nil)
  }
}

extension SaleTotals {
  fileprivate mutating func add(_ movement: Movement, times sign: Int64) {
    lines += sign
    let amount = Int128(movement.micros) * Int128(sign)
    switch movement.kind {
    case .sale:
      units += movement.quantity * sign
      gross += amount
    case .cancellation: cancelled += amount
    case .refund: refunded += amount
    case .adjustment: adjusted += amount
    }
  }
}
