import LedgerCore
import SQLite

/// The sums that all tables of sale totals keep.
enum SaleTotalColumns {
  private static let counts = [
    "orders", "paid_orders", "lines", "units", "units_cancelled", "units_refunded",
  ]
  private static let amounts = [
    "gross_micros", "cancelled_micros", "refunded_micros", "adjusted_micros",
  ]
  private static let all = counts + amounts

  static let columns: [Column] = all.map { .integer($0) }
  static let names = all.joined(separator: ", ")

  /// Adds what is inserted to what is there.
  static let add = all.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")

  /// The parameters of all of them, from a number on.
  static func parameters(from first: Int) -> String {
    all.indices.map { "?\(first + $0)" }.joined(separator: ", ")
  }
}

extension Statement {
  func bind(_ totals: SaleTotals, from parameter: Int) throws(SQLiteError) {
    let sums = [
      Int128(totals.orders), Int128(totals.paidOrders), Int128(totals.lines),
      Int128(totals.units), Int128(totals.unitsCancelled), Int128(totals.unitsRefunded),
      totals.gross, totals.cancelled, totals.refunded, totals.adjusted,
    ]
    for (offset, sum) in sums.enumerated() {
      // As a total that no longer fits is refused when two are added, by the STRICT table.
      guard let sum = Int64(exactly: sum) else {
        throw SQLiteError(code: .constraintDataType, message: "a total passes 64 bits")
      }
      try bind(sum, at: parameter + offset)
    }
  }
}

extension SaleTotals {
  /// Reads the columns of ``SaleTotalColumns/names``, from `column` on.
  init(currency: Currency, row: borrowing Row, from column: Int) throws(SQLiteError) {
    self.init(
      currency: currency, orders: try row.integer(column), paidOrders: try row.integer(column + 1),
      lines: try row.integer(column + 2), units: try row.integer(column + 3),
      unitsCancelled: try row.integer(column + 4), unitsRefunded: try row.integer(column + 5),
      gross: Int128(try row.integer(column + 6)), cancelled: Int128(try row.integer(column + 7)),
      refunded: Int128(try row.integer(column + 8)), adjusted: Int128(try row.integer(column + 9)))
  }
}
