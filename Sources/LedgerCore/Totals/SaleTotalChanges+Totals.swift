/// The changes that are not zero, in the order of their tables' keys.
///
/// This way, each page of a table is written to once.
extension SaleTotalChanges {
  package var ofEventQuarters: [(key: EventQuarterKey, totals: SaleTotals)] {
    let events = eventRanks
    return merged(quarters) {
      Position(first: events[$0.place], second: $0.number)
    } key: { group, quarter in
      group.event.map {
        EventQuarterKey(event: $0, currency: group.currency, quarter: quarter)
      }
    }
  }

  package var ofEvents: [(key: EventSaleKey, totals: SaleTotals)] {
    let events = eventRanks
    return merged(quarters) {
      Position(first: events[$0.place])
    } key: { group, _ in
      group.event.map { EventSaleKey(event: $0, currency: group.currency) }
    }
  }

  package var ofMarkets: [(key: MarketQuarterKey, totals: SaleTotals)] {
    let groups = names.groups
    let markets = ranks(of: groups) {
      ($0.market.description, $0.currency.code) < ($1.market.description, $1.currency.code)
    }
    return merged(quarters, inMarkets: true) {
      Position(
        first: markets[$0.place], second: $0.number, third: groups[$0.place].event == nil ? 0 : 1)
    } key: { group, quarter in
      MarketQuarterKey(
        market: group.market, currency: group.currency, quarter: quarter,
        isCredited: group.event != nil)
    }
  }

  /// The changes of markets, by day.
  package static func byDay(
    _ ofMarkets: [(key: MarketQuarterKey, totals: SaleTotals)]
  ) -> [(key: MarketDayKey, totals: SaleTotals)] {
    var all: [(key: MarketDayKey, totals: SaleTotals)] = []
    for (key, totals) in ofMarkets {
      let day = MarketDayKey(key)
      // The quarters are in order, so a day's rows, credited and not, are the last two.
      if let place = all.indices.suffix(2).first(where: { all[$0].key == day }) {
        all[place].totals += totals
      } else {
        all.append((day, totals))
      }
    }
    all.removeAll { $0.totals == SaleTotals(currency: $0.totals.currency) }
    return all
  }

  package var ofProducts: [(key: ProductKey, totals: SaleTotals)] {
    let names = names
    let events = ranks(of: names.groups) {
      ($0.market.description, $0.event ?? 0) < ($1.market.description, $1.event ?? 0)
    }
    let currencies = ranks(of: names.groups) { $0.currency.code < $1.currency.code }
    let texts = ranks(of: names.products) { left, right in
      guard let left, let right else { return left == nil && right != nil }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    return merged(products) {
      Position(
        first: events[$0.place], second: texts[Int($0.number)], third: currencies[$0.place])
    } key: { group, product in
      ProductKey(
        market: group.market, event: group.event, product: names.products[Int(product)],
        currency: group.currency)
    }
  }

  /// The position of a sum in the order of a table's key: numbers are sorted faster than texts.
  private struct Position: Comparable {
    let first: Int64
    var second: Int64 = 0
    var third: Int64 = 0

    static func < (left: Position, right: Position) -> Bool {
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return left.third < right.third
    }
  }

  private var eventRanks: [Int64] {
    ranks(of: names.groups) {
      ($0.event ?? 0, $0.currency.code) < ($1.event ?? 0, $1.currency.code)
    }
  }

  /// The rank of each element; elements of which neither comes first have the same rank.
  private func ranks<T>(of all: [T], by isBefore: (T, T) -> Bool) -> [Int64] {
    var ranks = Array(repeating: Int64(0), count: all.count)
    var last: Int?
    for place in all.indices.sorted(by: { isBefore(all[$0], all[$1]) }) {
      if let last { ranks[place] = ranks[last] + (isBefore(all[last], all[place]) ? 1 : 0) }
      last = place
    }
    return ranks
  }

  private func merged<Key>(
    _ sums: SaleSums, inMarkets: Bool = false, at position: (SaleSums.Key) -> Position,
    key: (SaleNames.Group, Int64) -> Key?
  ) -> [(key: Key, totals: SaleTotals)] {
    var places: [(position: Position, sum: Int)] = []
    places.reserveCapacity(sums.all.count)
    for index in sums.all.indices { places.append((position(sums.all[index].key), index)) }
    places.sort { $0.position < $1.position }
    var all: [(key: Key, totals: SaleTotals)] = []
    all.reserveCapacity(places.count)
    var last: Position?
    for (position, index) in places {
      let sum = sums.all[index]
      guard let key = key(names.groups[sum.key.place], sum.key.number) else { continue }
      var totals = sum.totals
      if inMarkets { (totals.orders, totals.paidOrders) = sum.marketOrders }
      if position == last {
        all[all.count - 1].totals += totals
      } else {
        all.append((key, totals))
        last = position
      }
    }
    all.removeAll { $0.totals == SaleTotals(currency: $0.totals.currency) }
    return all
  }
}
