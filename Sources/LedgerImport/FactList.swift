import LedgerCore

/// Facts of one type that are recorded together, in their order.
protocol FactList {
  associatedtype Element: Fact

  init()
  var count: Int { get }
  /// About how many bytes they take in memory; `nil` where the rows that they come from say better.
  var byteCount: Int? { get }
  /// Makes room for so many.
  mutating func reserveCapacity(_ count: Int)
  mutating func append(_ fact: Element)
  subscript(place: Int) -> Element { get }
  /// Drops those after the first so many.
  mutating func keep(_ count: Int)
}

extension FactList {
  var byteCount: Int? { nil }
}

extension Array: FactList where Element: Fact {
  mutating func keep(_ count: Int) { if count < self.count { removeLast(self.count - count) } }
}

extension AudienceBatch: FactList {
  var byteCount: Int? { count * MemoryLayout<Row>.stride }
}

extension SaleBatch: FactList {
  var byteCount: Int? { count * MemoryLayout<Row>.stride + text.count }
}
