/// Totals by index of a group and by another number.
///
/// Neighbouring lines mostly have the same key, which is looked up once. A dictionary would spend
/// more time on hashing than everything else takes.
package struct SaleSums {
  package struct Key: Equatable {
    package let place: Int
    package let number: Int64
  }

  /// The sum of the sales under a key.
  package struct Sum {
    package let key: Key
    package var totals: SaleTotals
    /// Orders whose earliest line in a whole market is here, and those that cost something.
    package var marketOrders: (all: Int64, paid: Int64) = (0, 0)
  }

  package private(set) var all: [Sum] = []
  private var last = -1
  /// By some bits of a hash, or the next free slot: an index in ``all``, or -1.
  private var slots: [Int] = []
  /// Random, so that nobody can choose numbers that have the same hash.
  private let factor = UInt64.random(in: .min ... .max) | 1

  /// The index of a key in ``all``, which is added if it is new.
  package mutating func place(_ key: Key, currency: @autoclosure () -> Currency) -> Int {
    if last >= 0, all[last].key == key { return last }
    if slots.count < 2 * all.count + 2 { grow() }
    let slot = slot(of: key)
    if slots[slot] < 0 {
      slots[slot] = all.count
      all.append(Sum(key: key, totals: SaleTotals(currency: currency())))
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

  package mutating func add(_ line: SaleLine, times sign: Int64, at place: Int) {
    all[place].totals.add(line, times: sign)
  }

  package mutating func count(_ step: Int64, sold: Int128, at place: Int) {
    all[place].totals.orders += step
    if sold > 0 { all[place].totals.paidOrders += step }
  }

  package mutating func countInMarket(_ step: Int64, sold: Int128, at place: Int) {
    all[place].marketOrders.all += step
    if sold > 0 { all[place].marketOrders.paid += step }
  }
}

extension SaleTotals {
  fileprivate mutating func add(_ line: SaleLine, times sign: Int64) {
    lines += sign
    let amount = Int128(line.micros) * Int128(sign)
    switch line.kind {
    case .sale:
      units += line.quantity * sign
      if line.isQuantityUnknown { salesWithoutUnits += sign }
      gross += amount
    case .cancellation:
      unitsCancelled += line.quantity * sign
      if line.isQuantityUnknown { cancellationsWithoutUnits += sign }
      cancelled += amount
    case .refund:
      unitsRefunded += line.quantity * sign
      if line.isQuantityUnknown { refundsWithoutUnits += sign }
      refunded += amount
    case .adjustment: adjusted += amount
    }
  }
}
