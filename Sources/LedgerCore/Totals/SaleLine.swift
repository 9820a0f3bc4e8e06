/// A ``Movement`` whose names are indices in ``SaleNames``.
///
/// It holds only numbers, so that millions of them need no reference counting.
package struct SaleLine: Equatable {
  package let group: Int
  package private(set) var product: Int
  package let kind: Sale.Kind
  package private(set) var line: Int64
  package let at: Instant
  package let quantity: Int64
  /// Millionths of the currency's unit.
  package private(set) var micros: Int64

  package init(
    group: Int, product: Int, kind: Sale.Kind, line: Int64, at: Instant, quantity: Int64,
    micros: Int64
  ) {
    self.group = group
    self.product = product
    self.kind = kind
    self.line = line
    self.at = at
    self.quantity = quantity
    self.micros = micros
  }

  /// Whether an order counts at this line rather than at the other.
  package func isEarlier(than other: SaleLine) -> Bool { (at, line) < (other.at, other.line) }

  /// Whether both are one line of an order.
  package func isLine(_ other: SaleLine) -> Bool { line == other.line && kind == other.kind }

  /// Whether this line comes before another of its order in the table's key.
  package func isBefore(_ other: SaleLine) -> Bool {
    line == other.line ? kind.rawValue < other.kind.rawValue : line < other.line
  }

  package func with(product: Int) -> SaleLine {
    var copy = self
    copy.product = product
    return copy
  }

  package func with(line: Int64, micros: Int64) -> SaleLine {
    var copy = self
    (copy.line, copy.micros) = (line, micros)
    return copy
  }
}
