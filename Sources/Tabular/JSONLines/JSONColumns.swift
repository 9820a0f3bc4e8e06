/// The keys of the objects of a file, and which of them are columns.
struct JSONColumns {
  static let limit = 10_000
  private static let byteLimit = 1 << 20

  /// The keys that there are columns for.
  private(set) var header: [String] = []
  /// Those that came after the first object.
  private(set) var later: [String] = []

  /// There are more keys than can be kept apart.
  private(set) var isFull = false

  private var keys: [[UInt8]] = []
  private var indices: [String: Int] = [:]
  private var bytes = 0
  /// In which object a key stood last.
  private var lastSeen: [Int] = []
  private var object = 0
  private var nextIndex = 0

  /// Begins another object.
  mutating func begin() {
    object += 1
    nextIndex = 0
  }

  /// The index of a key, which beyond the header is that of a later one.
  ///
  /// Nil where the object has had it already, and where ``isFull``.
  mutating func column(of key: Span<UInt8>) -> Int? {
    guard let index = known(key) else { return nil }
    nextIndex = index + 1
    if lastSeen[index] == object { return nil }
    lastSeen[index] = object
    return index
  }

  private mutating func known(_ key: Span<UInt8>) -> Int? {
    // Mostly they come in the order of the object before.
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
