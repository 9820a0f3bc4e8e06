import LedgerCore

/// Adds up the units that came back of a product over the rows of an order, each of which states
/// those of its own line.
final class ReturnedUnits {
  private struct Product: Hashable {
    let order: String
    let product: String?
  }

  private var units: [Product: [Int64: Int64]] = [:]

  /// The units of the sale's product in all rows of its order so far.
  func sum(_ own: Int64, of sale: Sale) -> Int64 {
    guard own > 0 else { return own }
    let product = Product(order: sale.key.order, product: sale.product)
    units[product, default: [:]][sale.key.line] = own
    let sum = units[product, default: [:]].values.reduce(Int128(0)) { $0 + Int128($1) }
    return Int64(clamping: sum)
  }
}
