/// Counts the rows of each order of a file, whose rows need not follow one another.
///
/// Exact, and small: a dictionary of strings would need twice the memory.
struct OrderPositions {
  /// The most orders that are kept apart.
  static let limit = 1_000_000
  private static let byteLimit = 24 << 20

  private struct Order {
    let end: UInt32
    var count: UInt32
  }

  /// The bytes of all orders, one after the other; an order's begin where the last one's end.
  private var bytes: [UInt8] = []
  private var orders: [Order] = []
  /// Open addressing: one more than the index of an order, or 0.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  private let limit: Int

  init(limit: Int = Self.limit) {
    self.limit = limit
    // Pages are only taken when they are written, and an array that never moves is never doubled.
    bytes.reserveCapacity(Self.byteLimit)
    orders.reserveCapacity(limit)
  }

  /// The position of another row of this order, from 1 on; `nil` where the table is full.
  mutating func next(_ order: Span<UInt8>) -> Int64? {
    var slot = hash(order) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isOrder(index, order) {
        guard orders[index].count < .max else { return nil }
        orders[index].count += 1
        return Int64(orders[index].count)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard orders.count < limit, bytes.count + order.count <= Self.byteLimit else {
      return nil
    }
    for index in order.indices { bytes.append(order[index]) }
    orders.append(Order(end: UInt32(bytes.count), count: 1))
    slots[slot] = UInt32(orders.count)
    if orders.count > slots.count / 4 * 3 { grow() }
    return 1
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(orders[index - 1].end))..<Int(orders[index].end)
  }

  private func isOrder(_ index: Int, _ order: Span<UInt8>) -> Bool {
    bytes.span.extracting(range(index)).isEqual(to: order)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in orders.indices {
      var slot = hash(bytes.span.extracting(range(index))) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Seeded anew in each process, so that no file can be made to collide.
  private func hash(_ order: Span<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    for index in order.indices {
      word = word << 8 | UInt64(order[index])
      if index % 8 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(order.count)
    return hasher.finalize() & .max
  }
}

extension Span where Element == UInt8 {
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
