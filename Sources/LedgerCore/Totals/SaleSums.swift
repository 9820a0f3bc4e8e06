/// Totals by index of a group and by another number.
///
/// Neighbouring lines mostly have the same key, which is looked up once. A dictionary would spend
/// more time on hashing than everything else takes.
package struct SaleSums {
  package struct Key: Equatable {
    package let place: Int
    package let number: Int64
  }

  /// The sum of the sales under a key: numbers alone, since a file may change 100,000 of them.
  package struct Sum {
    package let key: Key
    fileprivate var orders: Counted = (0, 0)
    /// Orders whose earliest line in a whole market is here.
    fileprivate var marketOrders: Counted = (0, 0)
    fileprivate var lines: Int64 = 0
    fileprivate var sold = Kind()
    fileprivate var cancelled = Kind()
    fileprivate var refunded = Kind()
    fileprivate var adjusted: Int64 = 0
  }

  /// How many orders there are, and how many of them cost something.
  fileprivate typealias Counted = (all: Int64, paid: Int64)

  /// The movements of one kind.
  fileprivate struct Kind {
    var units: Int64 = 0
    var withoutUnits: Int64 = 0
    var micros: Int64 = 0

    var isZero: Bool { units == 0 && withoutUnits == 0 && micros == 0 }
  }

  /// What of amounts passed 64 bits, by index in ``all``.
  private var carried: [Int: Carried] = [:]

  private struct Carried {
    var (sold, cancelled, refunded, adjusted) = (Int128(0), Int128(0), Int128(0), Int128(0))
  }

  package private(set) var all: [Sum] = []
  private var last = -1
  /// By some bits of a hash, or the next free slot: an index in ``all``, or -1.
  private var slots: [Int] = []
  /// Random, so that nobody can choose numbers that have the same hash.
  private let factor = UInt64.random(in: .min ... .max) | 1

  /// The index of a key in ``all``, which is added if it is new.
  package mutating func place(_ key: Key) -> Int {
    if last >= 0, all[last].key == key { return last }
    if slots.count < 2 * all.count + 2 { grow() }
    let slot = slot(of: key)
    if slots[slot] < 0 {
      slots[slot] = all.count
      all.append(Sum(key: key))
    }
    last = slots[slot]
    return last
  }

  /// The slot where a key is, or would be.
  private func slot(of key: Key) -> Int {
    let product = (UInt64(bitPattern: key.number) ^ UInt64(key.place) << 40)
      .multipliedFullWidth(by: factor)
    var slot = Int((product.high ^ product.low >> 32) & UInt64(slots.count - 1))
    while slots[slot] >= 0, all[slots[slot]].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, 2 * slots.count))
    for (place, sum) in all.enumerated() { slots[slot(of: sum.key)] = place }
  }

  /// Adds a line to the sum at an index, or subtracts it where `sign` is -1.
  package mutating func add(_ line: SaleLine, times sign: Int64, at place: Int) {
    all[place].lines += sign
    switch line.kind {
    case .sale: add(line, sign, to: \.sold, at: place, \.sold)
    case .cancellation: add(line, sign, to: \.cancelled, at: place, \.cancelled)
    case .refund: add(line, sign, to: \.refunded, at: place, \.refunded)
    case .adjustment:
      let carried = Self.add(line.micros * sign, to: &all[place].adjusted)
      if carried != 0 { self.carried[place, default: Carried()].adjusted += Int128(carried) }
    }
  }

  @inline(__always)
  private mutating func add(
    _ line: SaleLine, _ sign: Int64, to kind: WritableKeyPath<Sum, Kind>, at place: Int,
    _ high: WritableKeyPath<Carried, Int128>
  ) {
    all[place][keyPath: kind].units += line.quantity * sign
    if line.isQuantityUnknown { all[place][keyPath: kind].withoutUnits += sign }
    let carried = Self.add(line.micros * sign, to: &all[place][keyPath: kind].micros)
    if carried != 0 { self.carried[place, default: Carried()][keyPath: high] += Int128(carried) }
  }

  /// Adds to a sum, and returns what was there if both together pass 64 bits.
  private static func add(_ amount: Int64, to sum: inout Int64) -> Int64 {
    let (new, isOver) = sum.addingReportingOverflow(amount)
    let before = sum
    sum = isOver ? amount : new
    return isOver ? before : 0
  }

  package mutating func count(_ step: Int64, sold: Int128, at place: Int) {
    all[place].orders.all += step
    if sold > 0 { all[place].orders.paid += step }
  }

  package mutating func countInMarket(_ step: Int64, sold: Int128, at place: Int) {
    all[place].marketOrders.all += step
    if sold > 0 { all[place].marketOrders.paid += step }
  }

  /// Whether nothing is left at an index, as after what was added is subtracted.
  package func isZero(at place: Int, inMarket: Bool) -> Bool {
    let sum = all[place]
    let orders = inMarket ? sum.marketOrders : sum.orders
    return carried[place] == nil && sum.lines == 0 && orders == (0, 0) && sum.sold.isZero
      && sum.cancelled.isZero && sum.refunded.isZero && sum.adjusted == 0
  }

  /// The totals at an index; `inMarket`: with the orders that count there in a whole market.
  package func totals(at place: Int, _ currency: Currency, inMarket: Bool) -> SaleTotals {
    let sum = all[place]
    let high = carried[place] ?? Carried()
    let orders = inMarket ? sum.marketOrders : sum.orders
    var totals = SaleTotals(
      currency: currency, orders: orders.all, paidOrders: orders.paid, lines: sum.lines,
      units: sum.sold.units, unitsCancelled: sum.cancelled.units,
      unitsRefunded: sum.refunded.units, gross: high.sold + Int128(sum.sold.micros),
      cancelled: high.cancelled + Int128(sum.cancelled.micros),
      refunded: high.refunded + Int128(sum.refunded.micros),
      adjusted: high.adjusted + Int128(sum.adjusted))
    totals.salesWithoutUnits = sum.sold.withoutUnits
    totals.cancellationsWithoutUnits = sum.cancelled.withoutUnits
    totals.refundsWithoutUnits = sum.refunded.withoutUnits
    return totals
  }
}
