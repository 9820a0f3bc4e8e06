/// The changes in the totals of events and markets when orders change.
package struct SaleTotalChanges {
  package var names: SaleNames
  /// By group and quarter of an hour: the totals of events and markets come from these.
  package private(set) var quarters = SaleSums()
  /// By group and product.
  package private(set) var products = SaleSums()
  /// By group and quarter of an hour: the sales that recorded credits credit.
  package private(set) var credits = SaleSums()

  package init(names: SaleNames = SaleNames()) { self.names = names }

  /// How many sums there are.
  package var count: Int { quarters.all.count + products.all.count }

  /// Adds new movements of an order to those that are known.
  package mutating func add(_ new: ArraySlice<SaleLine>, toKnown known: [SaleLine]) {
    for line in new { add(line, times: 1) }
    guard !known.isEmpty else { return count(new, by: 1) }
    count(known[...], by: -1)
    count(known + new, by: 1)
  }

  /// Adds all movements of an order.
  package mutating func add(_ order: [Movement]) {
    var lines: [SaleLine] = []
    for movement in order { lines.append(names.line(movement)) }
    add(lines[...], toKnown: [])
  }

  /// Subtracts what was current of an order from the totals, and adds what is current now.
  package mutating func change(from before: [Movement], to after: [Movement]) {
    var lines: [SaleLine] = []
    for movement in before { lines.append(names.line(movement)) }
    for line in lines { add(line, times: -1) }
    count(lines[...], by: -1)
    add(after)
  }

  /// Changes what recorded credits credit of an order to events; only its sales count.
  package mutating func changeCredits(from before: [Movement] = [], to after: [Movement]) {
    for movement in before { addCredited(names.line(movement), times: -1) }
    for movement in after { addCredited(names.line(movement)) }
  }

  /// Adds a line that a recorded credit credits.
  package mutating func addCredited(_ line: SaleLine, times sign: Int64 = 1) {
    guard line.kind == .sale else { return }
    let key = SaleSums.Key(place: line.group, number: line.at.quarter)
    credits.add(line, times: sign, at: credits.place(key))
  }

  /// Adds movements of an order, and counts an order of other movements.
  package mutating func add(_ movements: [Movement], counting order: [Movement]) {
    for movement in movements { add(names.line(movement), times: 1) }
    count(order, by: 1)
  }

  /// Takes back that an order was counted; its units and amounts stay.
  package mutating func uncount(_ order: [Movement]) { count(order, by: -1) }

  private mutating func count(_ order: [Movement], by step: Int64) {
    var lines: [SaleLine] = []
    for movement in order { lines.append(names.line(movement)) }
    count(lines[...], by: step)
  }

  private mutating func add(_ line: SaleLine, times sign: Int64) {
    quarters.add(line, times: sign, at: quarter(line))
    products.add(line, times: sign, at: product(line))
  }

  /// Counts an order once in each event, in each market and for each product.
  ///
  /// It counts each currency by itself, in the quarter of an hour of the order's earliest line
  /// there.
  private mutating func count(_ lines: ArraySlice<SaleLine>, by step: Int64) {
    guard let first = lines.first(where: { $0.kind == .sale }) else { return }
    if lines.allSatisfy({ $0.group == first.group }) {
      countAsOne(lines, from: first, by: step)
    } else {
      countParts(lines, by: step)
    }
    for (index, line) in zip(lines.indices, lines) where line.kind == .sale {
      if lines[..<index].contains(where: { $0.countsWith(line) }) { continue }
      var sold: Int128 = 0
      for other in lines[index...] where other.countsWith(line) { sold += Int128(other.micros) }
      products.count(step, sold: sold, at: product(line))
    }
  }

  /// Counts an order with one event or none, one market and one currency, as most have.
  private mutating func countAsOne(
    _ lines: ArraySlice<SaleLine>, from first: SaleLine, by step: Int64
  ) {
    var (earliest, sold) = (first, Int128(0))
    for line in lines where line.kind == .sale {
      sold += Int128(line.micros)
      if line.isEarlier(than: earliest) { earliest = line }
    }
    let place = quarter(earliest)
    quarters.countInMarket(step, sold: sold, at: place)
    quarters.count(step, sold: sold, at: place)
  }

  private mutating func countParts(_ lines: ArraySlice<SaleLine>, by step: Int64) {
    var (ofMarkets, ofEvents) = (OrderParts(), OrderParts())
    for line in lines where line.kind == .sale {
      ofMarkets.add(line) { names.isSameMarket($0.group, line.group) }
      ofEvents.add(line) { names.isSameEvent($0.group, line.group) }
    }
    for (earliest, sold) in ofMarkets.parts {
      quarters.countInMarket(step, sold: sold, at: quarter(earliest))
    }
    for (earliest, sold) in ofEvents.parts {
      quarters.count(step, sold: sold, at: quarter(earliest))
    }
  }

  private mutating func quarter(_ line: SaleLine) -> Int {
    quarters.place(.init(place: line.group, number: line.at.quarter))
  }

  private mutating func product(_ line: SaleLine) -> Int {
    products.place(.init(place: line.group, number: Int64(line.product)))
  }
}

extension SaleLine {
  /// Whether another line is in the part of the same order that counts for a product.
  fileprivate func countsWith(_ other: SaleLine) -> Bool {
    kind == .sale && group == other.group && product == other.product
  }
}

/// The parts of an order that count separately, each with its earliest line and its sum.
private struct OrderParts {
  package private(set) var parts: [(earliest: SaleLine, sold: Int128)] = []

  package mutating func add(_ line: SaleLine, whereSame isSame: (SaleLine) -> Bool) {
    guard let place = parts.firstIndex(where: { isSame($0.earliest) }) else {
      return parts.append((line, Int128(line.micros)))
    }
    parts[place].sold += Int128(line.micros)
    if line.isEarlier(than: parts[place].earliest) { parts[place].earliest = line }
  }
}
