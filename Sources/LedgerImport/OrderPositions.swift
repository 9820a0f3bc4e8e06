/// Counts the rows of each order of a file, whose rows need not follow one another.
///
/// Exact, and in at most 16 MiB, which a dictionary of strings would outgrow five times.
struct OrderPositions {
  /// The most orders that are kept apart; numbers of more than ten digits leave room for fewer.
  static let limit = 1_000_000
  private static let byteLimit = 10 << 20
  /// Where rows of a line are told apart, keys are longer, and most are there once.
  static func ofLines() -> OrderPositions { OrderPositions(limit: 2_000_000, byteLimit: 64 << 20) }
  private static let countSize = 4

  private let limit: Int
  private let byteLimit: Int
  /// The orders one after the other: for each its key, and how many rows it has had, in four bytes.
  private var bytes: [UInt8] = []
  private var orderCount = 0
  /// Open addressing: one more than the place of an order in `bytes`, or 0.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  /// The key of the row in hand.
  private var key: [UInt8] = []

  init(limit: Int = Self.limit, byteLimit: Int = Self.byteLimit) {
    self.limit = limit
    self.byteLimit = byteLimit
    // Pages are taken when they are written, and an array that has room is never copied.
    bytes.reserveCapacity(byteLimit)
  }

  /// The position of another row of this order, from 1 on; `nil` where there is no more room.
  mutating func next(_ order: Span<UInt8>) -> Int64? {
    makeKey(order)
    var slot = firstSlot(key.span)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if isKey(at: place) { return countRow(at: place + key.count) }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    guard orderCount < limit, bytes.count + key.count + Self.countSize <= byteLimit else {
      return nil
    }
    slots[slot] = UInt32(bytes.count + 1)
    bytes += key
    bytes += [1, 0, 0, 0]
    orderCount += 1
    if orderCount * 4 > slots.count * 3 { grow() }
    return 1
  }

  /// The length and the text; two digits in a byte where there are only digits.
  private mutating func makeKey(_ order: Span<UInt8>) {
    key.removeAll(keepingCapacity: true)
    var isNumber = true
    for index in order.indices where !(0x30...0x39).contains(order[index]) { isNumber = false }
    var length = order.count * 2 + (isNumber ? 1 : 0)
    while length >= 0x80 {
      key.append(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    key.append(UInt8(truncatingIfNeeded: length))
    if isNumber {
      for index in stride(from: 0, to: order.count, by: 2) {
        let second = index + 1 < order.count ? order[index + 1] & 0xF : 0
        key.append(order[index] << 4 | second)
      }
    } else {
      for index in order.indices { key.append(order[index]) }
    }
  }

  private func isKey(at place: Int) -> Bool {
    place + key.count <= bytes.count
      && bytes.span.extracting(place..<place + key.count).isEqual(to: key.span)
  }

  /// Counts another row of an order whose count stands here.
  private mutating func countRow(at place: Int) -> Int64? {
    var count: UInt32 = 0
    for index in 0..<Self.countSize { count |= UInt32(bytes[place + index]) << (8 * index) }
    guard count < .max else { return nil }
    count += 1
    for index in 0..<Self.countSize {
      bytes[place + index] = UInt8(truncatingIfNeeded: count >> (8 * index))
    }
    return Int64(count)
  }

  /// Twice the slots, but no more than keep a fifth of them free.
  private mutating func grow() {
    let count = min(slots.count * 2, limit / 4 * 5 + 1)
    guard count > slots.count else { return }
    slots = [UInt32](repeating: 0, count: count)
    var place = 0
    while place < bytes.count {
      let size = keySize(at: place)
      var slot = firstSlot(bytes.span.extracting(place..<place + size))
      while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
      slots[slot] = UInt32(place + 1)
      place += size + Self.countSize
    }
  }

  /// How many bytes the key takes that begins here.
  private func keySize(at place: Int) -> Int {
    var end = place
    var length = 0
    var shift = 0
    while bytes[end] >= 0x80 {
      length |= Int(bytes[end] & 0x7F) << shift
      shift += 7
      end += 1
    }
    length |= Int(bytes[end]) << shift
    let textCount = length / 2
    return end + 1 - place + (length.isMultiple(of: 2) ? textCount : (textCount + 1) / 2)
  }

  /// Seeded anew in each process, so that no file can be made to collide.
  private func firstSlot(_ key: Span<UInt8>) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    for index in key.indices {
      word = word << 8 | UInt64(key[index])
      if index % 8 == 7 { hasher.combine(word) }
    }
    hasher.combine(word)
    let hash = UInt(bitPattern: hasher.finalize())
    return Int(hash.multipliedFullWidth(by: UInt(slots.count)).high)
  }
}

extension Span where Element == UInt8 {
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
