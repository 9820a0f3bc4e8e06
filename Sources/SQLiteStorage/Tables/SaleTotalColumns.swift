import LedgerCore
import SQLite

/// The sums that both tables of sale totals keep.
enum SaleTotalColumns {
  static let columns: [Column] = [
    .integer("orders"), .integer("lines"), .integer("units"), .integer("gross_micros"),
    .integer("cancelled_micros"), .integer("refunded_micros"), .integer("adjusted_micros"),
  ]

  static let names = """
    orders, lines, units, gross_micros, cancelled_micros, refunded_micros, adjusted_micros
    """

  /// Adds what is inserted to what is there.
  static let add = """
    orders = orders + excluded.orders, lines = lines + excluded.lines,
      units = units + excluded.units, gross_micros = gross_micros + excluded.gross_micros,
      cancelled_micros = cancelled_micros + excluded.cancelled_micros,
      refunded_micros = refunded_micros + excluded.refunded_micros,
      adjusted_micros = adjusted_micros + excluded.adjusted_micros
    """

  /// The sums over rows.
  ///
  /// A sum of amounts may pass 64 bits, so whole units and millionths are summed apart.
  static let sums = """
    sum(orders), sum(lines), sum(units),
      sum(gross_micros / 1000000), sum(gross_micros % 1000000),
      sum(cancelled_micros / 1000000), sum(cancelled_micros % 1000000),
      sum(refunded_micros / 1000000), sum(refunded_micros % 1000000),
      sum(adjusted_micros / 1000000), sum(adjusted_micros % 1000000)
    """
}

extension Statement {
  func bind(_ totals: SaleTotals, from parameter: Int) throws(SQLiteError) {
    let sums = [
      Int128(totals.orders), Int128(totals.lines), Int128(totals.units), totals.gross,
      totals.cancelled, totals.refunded, totals.adjusted,
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
  /// Reads the columns of ``SaleTotalColumns/sums``, from `column` on.
  init(currency: Currency, sums row: borrowing Row, from column: Int) throws(SQLiteError) {
    func amount(_ offset: Int) throws(SQLiteError) -> Int128 {
      Int128(try row.integer(column + offset)) * 1_000_000
        + Int128(try row.integer(column + offset + 1))
    }
    self.init(
      currency: currency, orders: try row.integer(column), lines: try row.integer(column + 1),
      units: try row.integer(column + 2), gross: try amount(3), cancelled: try amount(5),
      refunded: try amount(7), adjusted: try amount(9))
  }
}
