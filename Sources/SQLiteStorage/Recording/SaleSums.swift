import LedgerCore

/// Totals by the place of something, and a number beside that.
///
/// Neighbours mostly have the same key, which is looked up once.
struct SaleSums {
  struct Key: Hashable {
    let place: Int
    let number: Int64
  }

  /// What the sales under a key add up to.
  struct Sum {
    let key: Key
    var totals: SaleTotals
    /// Orders whose earliest line of a whole market is here, and those that cost something.
    var marketOrders: (all: Int64, paid: Int64) = (0, 0)
  }

  private(set) var all: [Sum] = []
  private var places: [Key: Int] = [:]
  private var last = -1

  /// The place of a key in ``all``.
  mutating func place(_ key: Key, currency: @autoclosure () -> Currency) -> Int {
    if last >= 0, all[last].key == key { return last }
    if let place = places[key] {
      last = place
    } else {
      last = all.count
      places[key] = last
      all.append(Sum(key: key, totals: SaleTotals(currency: currency())))
    }
    return last
  }

  mutating func add(_ line: SaleLine, times sign: Int64, at place: Int) {
    all[place].totals.add(line, times: sign)
  }

  mutating func count(_ step: Int64, sold: Int128, at place: Int) {
    all[place].totals.orders += step
    if sold > 0 { all[place].totals.paidOrders += step }
  }

  mutating func countInMarket(_ step: Int64, sold: Int128, at place: Int) {
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
      gross += amount
    case .cancellation:
      unitsCancelled += line.quantity * sign
      cancelled += amount
    case .refund:
      unitsRefunded += line.quantity * sign
      refunded += amount
    case .adjustment: adjusted += amount
    }
  }
}
