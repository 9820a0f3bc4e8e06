import LedgerCore

/// A ``Movement`` whose names are places in ``SaleNames``.
///
/// It holds numbers only, so that millions of them cost no count of references.
struct SaleLine: Equatable {
  let group: Int
  private(set) var product: Int
  let kind: Sale.Kind
  private(set) var line: Int64
  let at: Instant
  let quantity: Int64
  /// Millionths of the currency's unit.
  private(set) var micros: Int64

  /// Whether an order counts here rather than there.
  func isEarlier(than other: SaleLine) -> Bool { (at, line) < (other.at, other.line) }

  /// Whether both are one line of an order.
  func isLine(_ other: SaleLine) -> Bool { line == other.line && kind == other.kind }

  /// Whether this one is before another of its order in the key of the table.
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
