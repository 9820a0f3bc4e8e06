/// The changes that are not zero, in the order of their tables' keys.
///
/// This way, each page of a table is written to once.
extension SaleTotalChanges {
  package var ofEventQuarters: [(key: EventQuarterKey, totals: SaleTotals)] {
    var all: [(key: EventQuarterKey, totals: SaleTotals)] = []
    forEachEventQuarter { all.append(($0, $1)) }
    return all
  }

  /// Lends the changes of each event and quarter of an hour in turn to `body`.
  package func forEachEventQuarter<Failure>(
    _ body: (EventQuarterKey, SaleTotals) throws(Failure) -> Void
  ) throws(Failure) {
    let events = eventRanks
    try forEach(
      of: quarters, at: { Position(first: events[$0.place], second: $0.number) }
    ) { (group, quarter, totals) throws(Failure) in
      guard let event = group.event else { return }
      try body(EventQuarterKey(event: event, currency: group.currency, quarter: quarter), totals)
    }
  }

  /// The sales that recorded credits credit to events; without a count of orders.
  package var ofCredits: [(key: EventQuarterKey, totals: SaleTotals)] {
    let events = eventRanks
    var all: [(key: EventQuarterKey, totals: SaleTotals)] = []
    forEach(
      of: credits, at: { Position(first: events[$0.place], second: $0.number) }
    ) { group, quarter, totals in
      guard let event = group.event else { return }
      all.append(
        (EventQuarterKey(event: event, currency: group.currency, quarter: quarter), totals))
    }
    return all
  }

  package var ofEvents: [(key: EventSaleKey, totals: SaleTotals)] {
    let events = eventRanks
    var all: [(key: EventSaleKey, totals: SaleTotals)] = []
    forEach(of: quarters, at: { Position(first: events[$0.place]) }) { group, _, totals in
      guard let event = group.event else { return }
      all.append((EventSaleKey(event: event, currency: group.currency), totals))
    }
    return all
  }

  package var ofMarkets: [(key: MarketQuarterKey, totals: SaleTotals)] {
    let groups = names.groups
    let markets = ranks(of: groups) {
      ($0.market.description, $0.currency.code) < ($1.market.description, $1.currency.code)
    }
    var all: [(key: MarketQuarterKey, totals: SaleTotals)] = []
    forEach(
      of: quarters, inMarkets: true,
      at: {
        Position(
          first: markets[$0.place], second: $0.number, third: groups[$0.place].event == nil ? 0 : 1)
      }
    ) { group, quarter, totals in
      let key = MarketQuarterKey(
        market: group.market, currency: group.currency, quarter: quarter,
        isCredited: group.event != nil)
      all.append((key, totals))
    }
    return all
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
    var all: [(key: ProductKey, totals: SaleTotals)] = []
    forEachProduct { all.append(($0, $1)) }
    return all
  }

  /// Lends the changes of each product, by event, in turn to `body`.
  package func forEachProduct<Failure>(
    _ body: (ProductKey, SaleTotals) throws(Failure) -> Void
  ) throws(Failure) {
    let names = names
    let events = ranks(of: names.groups) {
      ($0.market.description, $0.event ?? 0) < ($1.market.description, $1.event ?? 0)
    }
    let currencies = ranks(of: names.groups) { $0.currency.code < $1.currency.code }
    let texts = ranks(of: names.products) { left, right in
      guard let left, let right else { return left == nil && right != nil }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
    try forEach(
      of: products,
      at: {
        Position(
          first: events[$0.place], second: texts[Int($0.number)], third: currencies[$0.place])
      }
    ) { (group, product, totals) throws(Failure) in
      let key = ProductKey(
        market: group.market, event: group.event, product: names.products[Int(product)],
        currency: group.currency)
      try body(key, totals)
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

  /// Lends sums in turn to `body`, in order; those at one position as one, and none that is zero.
  private func forEach<Failure>(
    of sums: SaleSums, inMarkets: Bool = false, at position: (SaleSums.Key) -> Position,
    _ body: (SaleNames.Group, Int64, SaleTotals) throws(Failure) -> Void
  ) throws(Failure) {
    var places: [(position: Position, sum: Int)] = []
    places.reserveCapacity(sums.all.count)
    for index in sums.all.indices { places.append((position(sums.all[index].key), index)) }
    places.sort { $0.position < $1.position }
    var start = 0
    while start < places.count {
      let key = sums.all[places[start].sum].key
      let group = names.groups[key.place]
      let first = places[start]
      start += 1
      if start == places.count || places[start].position != first.position {
        guard !sums.isZero(at: first.sum, inMarket: inMarkets) else { continue }
        let totals = sums.totals(at: first.sum, group.currency, inMarket: inMarkets)
        try body(group, key.number, totals)
        continue
      }
      var totals = sums.totals(at: first.sum, group.currency, inMarket: inMarkets)
      while start < places.count, places[start].position == first.position {
        totals += sums.totals(at: places[start].sum, group.currency, inMarket: inMarkets)
        start += 1
      }
      if totals != SaleTotals(currency: group.currency) { try body(group, key.number, totals) }
    }
  }
}
