import LedgerCore
import SQLite

/// What changes in the totals of events and markets when orders change.
struct SaleTotalChanges {
  struct EventKey: Hashable {
    let event: Int64
    let currency: Currency
  }

  var names = SaleNames()
  /// By group and quarter of an hour: events and markets are made of these.
  private var quarters = SaleSums()
  /// By group and product.
  private var products = SaleSums()
  // Used again for each order.
  private var marketParts = OrderParts(), eventParts = OrderParts(), productParts = OrderParts()

  /// Adds new movements of an order to those that are known.
  mutating func add(_ new: [SaleLine], toKnown known: [SaleLine]) {
    for line in new { add(line, times: 1) }
    guard !known.isEmpty else { return count(new, by: 1) }
    count(known, by: -1)
    count(known + new, by: 1)
  }

  /// Adds all movements of an order.
  mutating func add(_ order: [Movement]) {
    var lines: [SaleLine] = []
    for movement in order { lines.append(names.line(movement)) }
    add(lines, toKnown: [])
  }

  /// Takes what was current of one order out of the totals, and what is current now into them.
  mutating func change(from before: [Movement], to after: [Movement]) {
    var lines: [SaleLine] = []
    for movement in before { lines.append(names.line(movement)) }
    for line in lines { add(line, times: -1) }
    count(lines, by: -1)
    add(after)
  }

  private mutating func add(_ line: SaleLine, times sign: Int64) {
    quarters.add(line, times: sign, at: quarter(line))
    products.add(line, times: sign, at: product(line))
  }

  /// Counts an order once in each event, in each market and for each product, each currency by
  /// itself; and in the quarter of an hour in which its earliest line there is.
  private mutating func count(_ lines: [SaleLine], by step: Int64) {
    marketParts.removeAll()
    eventParts.removeAll()
    productParts.removeAll()
    for line in lines where line.kind == .sale {
      marketParts.add(line) { names.isSameMarket($0.group, line.group) }
      eventParts.add(line) { names.isSameEvent($0.group, line.group) }
      productParts.add(line) { $0.group == line.group && $0.product == line.product }
    }
    for (earliest, sold) in marketParts.parts {
      quarters.countInMarket(step, sold: sold, at: quarter(earliest))
    }
    for (earliest, sold) in eventParts.parts {
      quarters.count(step, sold: sold, at: quarter(earliest))
    }
    for (earliest, sold) in productParts.parts {
      products.count(step, sold: sold, at: product(earliest))
    }
  }

  private mutating func quarter(_ line: SaleLine) -> Int {
    quarters.place(
      .init(place: line.group, number: line.at.quarter),
      currency: names.groups[line.group].currency)
  }

  private mutating func product(_ line: SaleLine) -> Int {
    products.place(
      .init(place: line.group, number: Int64(line.product)),
      currency: names.groups[line.group].currency)
  }
}

/// The parts of an order that count by themselves: its earliest line, and what its lines come to.
private struct OrderParts {
  private(set) var parts: [(earliest: SaleLine, sold: Int128)] = []

  mutating func removeAll() { parts.removeAll(keepingCapacity: true) }

  mutating func add(_ line: SaleLine, whereSame isSame: (SaleLine) -> Bool) {
    guard let place = parts.firstIndex(where: { isSame($0.earliest) }) else {
      return parts.append((line, Int128(line.micros)))
    }
    parts[place].sold += Int128(line.micros)
    if line.isEarlier(than: parts[place].earliest) { parts[place].earliest = line }
  }
}

// MARK: What the changes come to

extension SaleTotalChanges {
  /// Those that are not nothing, as all of these.
  var ofEventQuarters: [(key: EventSaleQuarterTable.Key, totals: SaleTotals)] {
    merged(quarters) { sum in
      let group = names.groups[sum.key.place]
      guard let event = group.event else { return nil }
      return EventSaleQuarterTable.Key(
        event: event, currency: group.currency, quarter: sum.key.number)
    }
  }

  var ofEvents: [(key: EventKey, totals: SaleTotals)] {
    merged(quarters) { sum in
      let group = names.groups[sum.key.place]
      return group.event.map { EventKey(event: $0, currency: group.currency) }
    }
  }

  var ofMarkets: [(key: MarketSaleTotalTable.Key, totals: SaleTotals)] {
    merged(quarters, inMarkets: true) { sum in
      let group = names.groups[sum.key.place]
      return MarketSaleTotalTable.Key(
        market: group.market, currency: group.currency, quarter: sum.key.number,
        isCredited: group.event != nil)
    }
  }

  var ofProducts: [(key: ProductSaleTotalTable.Key, totals: SaleTotals)] {
    merged(products) { sum in
      let group = names.groups[sum.key.place]
      return ProductSaleTotalTable.Key(
        market: group.market, event: group.event, product: names.products[Int(sum.key.number)],
        currency: group.currency)
    }
  }

  private func merged<Key: Hashable>(
    _ sums: SaleSums, inMarkets: Bool = false, _ key: (SaleSums.Sum) -> Key?
  ) -> [(key: Key, totals: SaleTotals)] {
    var places: [Key: Int] = [:]
    var all: [(key: Key, totals: SaleTotals)] = []
    for sum in sums.all {
      guard let key = key(sum) else { continue }
      var totals = sum.totals
      if inMarkets { (totals.orders, totals.paidOrders) = sum.marketOrders }
      if let place = places[key] {
        all[place].totals += totals
      } else {
        places[key] = all.count
        all.append((key, totals))
      }
    }
    return all.filter { $0.totals != SaleTotals(currency: $0.totals.currency) }
  }

  func apply(to connection: Connection, _ currencies: Currencies) throws(SQLiteError) {
    try EventSaleTotalTable(connection: connection, currencies: currencies)
      .add(ofEvents.map { ($0.event, $1) })
    try EventSaleQuarterTable(connection: connection, currencies: currencies).add(ofEventQuarters)
    try MarketSaleTotalTable(connection: connection, currencies: currencies).add(ofMarkets)
    try ProductSaleTotalTable(connection: connection, currencies: currencies).add(ofProducts)
  }
}
