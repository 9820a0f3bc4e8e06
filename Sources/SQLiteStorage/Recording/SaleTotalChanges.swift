import LedgerCore
import SQLite

/// What changes in the totals of events and markets when orders change.
struct SaleTotalChanges {
  struct EventKey: Hashable {
    let event: Int64
    let currency: Currency
  }

  private(set) var ofEvents = Sums<EventKey>()
  private(set) var ofEventQuarters = Sums<EventSaleQuarterTable.Key>()
  private(set) var ofMarkets = Sums<MarketSaleTotalTable.Key>()
  private(set) var ofProducts = Sums<ProductSaleTotalTable.Key>()

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
    ofProducts.update(movement.productKey) { $0.add(movement, times: sign) }
    if let event = movement.event {
      ofEvents.update(movement.key(of: event)) { $0.add(movement, times: sign) }
      ofEventQuarters.update(movement.quarterKey(of: event)) { $0.add(movement, times: sign) }
    }
  }

  /// Counts an order once in each event, in each market and for each product, each currency by
  /// itself; and in the quarter of an hour in which its earliest line there is.
  private mutating func count(_ movements: ArraySlice<Movement>, by step: Int64) {
    var inMarkets = OrderParts(), inEvents = OrderParts(), ofProducts = OrderParts()
    for movement in movements where movement.kind == .sale {
      inMarkets.add(movement) { $0.market == movement.market && $0.currency == movement.currency }
      if movement.event != nil {
        inEvents.add(movement) { $0.event == movement.event && $0.currency == movement.currency }
      }
      let key = movement.productKey
      ofProducts.add(movement) { $0.productKey == key }
    }
    for (earliest, sold) in inMarkets.parts {
      ofMarkets.update(earliest.marketKey) { $0.count(step, sold: sold) }
    }
    for (earliest, sold) in ofProducts.parts {
      self.ofProducts.update(earliest.productKey) { $0.count(step, sold: sold) }
    }
    for (earliest, sold) in inEvents.parts {
      guard let event = earliest.event else { continue }
      ofEvents.update(earliest.key(of: event)) { $0.count(step, sold: sold) }
      ofEventQuarters.update(earliest.quarterKey(of: event)) { $0.count(step, sold: sold) }
    }
  }

  func apply(to connection: Connection, _ currencies: Currencies) throws(SQLiteError) {
    let events = EventSaleTotalTable(connection: connection, currencies: currencies)
    for (key, totals) in ofEvents.all { try events.add(totals, event: key.event) }
    let quarters = EventSaleQuarterTable(connection: connection, currencies: currencies)
    for (key, totals) in ofEventQuarters.all { try quarters.add(totals, to: key) }
    let markets = MarketSaleTotalTable(connection: connection, currencies: currencies)
    for (key, totals) in ofMarkets.all { try markets.add(totals, to: key) }
    let products = ProductSaleTotalTable(connection: connection, currencies: currencies)
    for (key, totals) in ofProducts.all { try products.add(totals, to: key) }
  }
}

/// The parts of an order that count by themselves: its earliest line, and what its lines come to.
private struct OrderParts {
  private(set) var parts: [(earliest: Movement, sold: Int128)] = []

  mutating func add(_ movement: Movement, whereSame isSame: (Movement) -> Bool) {
    guard let place = parts.firstIndex(where: { isSame($0.earliest) }) else {
      return parts.append((movement, Int128(movement.micros)))
    }
    parts[place].sold += Int128(movement.micros)
    if movement.isEarlier(than: parts[place].earliest) { parts[place].earliest = movement }
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
extension EventSaleQuarterTable.Key: SaleTotalKey {}
extension MarketSaleTotalTable.Key: SaleTotalKey {}
extension ProductSaleTotalTable.Key: SaleTotalKey {}

extension Movement {
  fileprivate func key(of event: Int64) -> SaleTotalChanges.EventKey {
    .init(event: event, currency: currency)
  }

  fileprivate func quarterKey(of event: Int64) -> EventSaleQuarterTable.Key {
    .init(event: event, currency: currency, quarter: at.quarter)
  }

  fileprivate var marketKey: MarketSaleTotalTable.Key {
    .init(market: market, currency: currency, quarter: at.quarter, isCredited: event != nil)
  }

  fileprivate var productKey: ProductSaleTotalTable.Key {
    .init(market: market, event: event, product: product.map(ByteText.init), currency: currency)
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
    case .cancellation:
      unitsCancelled += movement.quantity * sign
      cancelled += amount
    case .refund:
      unitsRefunded += movement.quantity * sign
      refunded += amount
    case .adjustment: adjusted += amount
    }
  }

  fileprivate mutating func count(_ step: Int64, sold: Int128) {
    orders += step
    if sold > 0 { paidOrders += step }
  }
}
