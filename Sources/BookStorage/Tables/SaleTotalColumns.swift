import LedgerCore
import Rows

/// The sums in all tables of sale totals.
enum SaleTotalColumns {
  private static let all = [
    "orders", "paid_orders", "lines", "units", "units_cancelled", "units_refunded",
    "gross_micros", "cancelled_micros", "refunded_micros", "adjusted_micros",
  ]
  /// Columns that came later, which are 0 in older rows.
  private static let later = [
    "sales_without_units", "cancellations_without_units", "refunds_without_units",
  ]

  static let columns: [Column] =
    all.map { .integer($0) }
    + later.map { .integer($0, defaultValue: 0) }

  /// The columns where the comments of a migration say less of them.
  static let describedColumns = described([
    "paid_orders": "those of these orders whose lines of kind sale add up to more than 0",
    "lines": "number of movements of any kind",
    "units_cancelled": "units of kind cancellation; 0 or below",
    "units_refunded": "units of kind refund; 0 or below",
    "gross_micros": "sum of the amounts of kind sale",
    "cancelled_micros": "sum of the amounts of kind cancellation; 0 or below",
    "refunded_micros": "sum of the amounts of kind refund; 0 or below",
    "adjusted_micros": "sum of the amounts of kind adjustment; of either sign",
    "sales_without_units": "lines of kind sale whose units are not known",
    "cancellations_without_units": "lines of kind cancellation whose units are not known",
    "refunds_without_units": "lines of kind refund whose units are not known",
  ])

  /// The columns, some of them with a meaning of their own.
  static func described(_ meanings: [String: String]) -> [Column] {
    columns.map { $0.meaning(meanings[$0.name]) }
  }

  static let names = (all + later).joined(separator: ", ")

  /// The columns of rows to add: those of the key, and the sums.
  static func bound(_ key: BoundRows.Column...) -> BoundRows {
    BoundRows(key + columns.map { _ in .integer })
  }
}

extension BoundRows {
  mutating func append(_ totals: SaleTotals) throws(StorageError) {
    append(totals.orders)
    append(totals.paidOrders)
    append(totals.lines)
    append(totals.units)
    append(totals.unitsCancelled)
    append(totals.unitsRefunded)
    try append(total: totals.gross)
    try append(total: totals.cancelled)
    try append(total: totals.refunded)
    try append(total: totals.adjusted)
    append(totals.salesWithoutUnits)
    append(totals.cancellationsWithoutUnits)
    append(totals.refundsWithoutUnits)
  }

  private mutating func append(total: Int128) throws(StorageError) {
    // The STRICT table refuses a sum of two totals that no longer fits with the same error.
    guard let total = Int64(exactly: total) else {
      throw StorageError(.overflow, "a total passes 64 bits")
    }
    append(total)
  }
}

extension SaleTotals {
  /// Reads the columns of ``SaleTotalColumns/names``, from `column` on.
  init(currency: Currency, row: borrowing Row, from column: Int) throws(StorageError) {
    self.init(
      currency: currency, orders: try row.integer(column), paidOrders: try row.integer(column + 1),
      lines: try row.integer(column + 2), units: try row.integer(column + 3),
      unitsCancelled: try row.integer(column + 4), unitsRefunded: try row.integer(column + 5),
      gross: Int128(try row.integer(column + 6)), cancelled: Int128(try row.integer(column + 7)),
      refunded: Int128(try row.integer(column + 8)), adjusted: Int128(try row.integer(column + 9)))
    salesWithoutUnits = try row.integer(column + 10)
    cancellationsWithoutUnits = try row.integer(column + 11)
    refundsWithoutUnits = try row.integer(column + 12)
  }
}
