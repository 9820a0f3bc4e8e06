/// A ``Movement`` whose names are indices in ``SaleNames``.
///
/// It holds only numbers, so that millions of them need no reference counting.
package struct SaleLine: Equatable {
  package let group: Int
  package private(set) var product: Int
  package let kind: Sale.Kind
  package private(set) var line: Int64
  package private(set) var at: Instant
  /// The earliest that it can have taken place; the same if ``at`` is exact.
  package private(set) var notBefore: Instant
  package private(set) var quantity: Int64
  package private(set) var isQuantityUnknown: Bool
  /// Millionths of the currency's unit.
  package private(set) var micros: Int64

  package init(
    group: Int, product: Int, kind: Sale.Kind, line: Int64, at: Instant, notBefore: Instant,
    quantity: Int64, isQuantityUnknown: Bool, micros: Int64
  ) {
    self.group = group
    self.product = product
    self.kind = kind
    self.line = line
    self.at = at
    self.notBefore = notBefore
    self.quantity = quantity
    self.isQuantityUnknown = isQuantityUnknown
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

  /// The same with the product and units of another.
  package func ofOrder(like other: SaleLine) -> SaleLine {
    var copy = with(product: other.product)
    (copy.quantity, copy.isQuantityUnknown) = (other.quantity, other.isQuantityUnknown)
    return copy
  }

  /// The part of it that a book lacks; `noProduct`: the index of no product.
  package func with(_ part: Sale.Part, noProduct: Int) -> SaleLine {
    var copy = self
    if part.product == nil { copy.product = noProduct }
    (copy.line, copy.micros) = (part.line, part.micros)
    (copy.quantity, copy.isQuantityUnknown) = (part.quantity ?? 0, part.quantity == nil)
    (copy.at, copy.notBefore) = (part.at, part.notBefore)
    return copy
  }
}
