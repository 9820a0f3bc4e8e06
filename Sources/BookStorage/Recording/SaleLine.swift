import LedgerCore

/// A ``Movement`` whose names are indices in ``SaleNames``.
///
/// It holds only numbers, so that millions of them need no reference counting.
struct SaleLine: Equatable {
  let group: Int
  private(set) var product: Int
  let kind: Sale.Kind
  private(set) var line: Int64
  let at: Instant
  let quantity: Int64
  /// Millionths of the currency's unit.
  private(set) var micros: Int64

  /// Whether an order counts at this line rather than at the other.
  func isEarlier(than other: SaleLine) -> Bool { (at, line) < (other.at, other.line) }

  /// Whether both are one line of an order.
  func isLine(_ other: SaleLine) -> Bool { line == other.line && kind == other.kind }

  /// Whether this line comes before another of its order in the table's key.
  func isBefore(_ other: SaleLine) -> Bool {
    line == other.line ? kind.rawValue < other.kind.rawValue : line < other.line
  }

  func with(product: Int) -> SaleLine {
    var copy = self
    copy.product = product
    return copy
  }

  func with(line: Int64, micros: Int64) -> SaleLine {
    var copy = self
    (copy.line, copy.micros) = (line, micros)
    return copy
  }
}
