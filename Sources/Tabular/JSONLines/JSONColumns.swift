/// The keys of the objects in a file, and which of them are columns.
struct JSONColumns {
  static let limit = 10_000
  private static let byteLimit = 1 << 20

  /// The keys that have columns.
  private(set) var header: [String] = []
  /// The keys that first came after the first object.
  private(set) var later: [String] = []

  /// Whether there are more keys than the limits allow.
  private(set) var isFull = false

  private var keys: [[UInt8]] = []
  private var indices: [String: Int] = [:]
  private var bytes = 0
  /// The number of the last object that had the key.
  private var lastSeen: [Int] = []
  private var object = 0
  private var nextIndex = 0

  /// Begins another object.
  mutating func begin() {
    object += 1
    nextIndex = 0
  }

  /// The index of a key; an index beyond the header belongs to a later key.
  ///
  /// Nil if the object has had the key already, and if ``isFull``.
  mutating func column(of key: Span<UInt8>) -> Int? {
    guard let index = known(key) else { return nil }
    nextIndex = index + 1
    if lastSeen[index] == object { return nil }
    lastSeen[index] = object
    return index
  }

  private mutating func known(_ key: Span<UInt8>) -> Int? {
    // Keys mostly come in the order of the previous object.
    if nextIndex < keys.count {
      let next = keys[nextIndex]
      if next.span.isEqual(to: key) { return nextIndex }
    }
    var copy: [UInt8] = []
    for index in key.indices { copy.append(key[index]) }
    let name = String(decoding: copy, as: UTF8.self)
    if let index = indices[name] { return index }
    bytes += copy.count
    isFull = keys.count >= Self.limit || bytes > Self.byteLimit
    if isFull { return nil }
    indices[name] = keys.count
    keys.append(copy)
    lastSeen.append(0)
    if object == 1 { header.append(name) } else { later.append(name) }
    return keys.count - 1
  }

  func name(_ index: Int) -> String {
    index < header.count ? header[index] : later[index - header.count]
  }
}

extension Span where Element == UInt8 {
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
