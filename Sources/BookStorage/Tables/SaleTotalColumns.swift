import LedgerCore
import Rows

/// The sums in all tables of sale totals.
///
/// An amount that passes 64 bits is in two columns, of which the second counts whole ``base``s. It
/// is 0 in all other rows, so that older books are read, and added to, as they are.
enum SaleTotalColumns {
  /// What one in a column of ``highs`` stands for, in millionths: 10¹² of the currency.
  static let base: Int128 = 1_000_000_000_000_000_000
  private static let all = [
    "orders", "paid_orders", "lines", "units", "units_cancelled", "units_refunded",
    "gross_micros", "cancelled_micros", "refunded_micros", "adjusted_micros",
  ]
  /// Columns that came later, which are 0 in older rows.
  private static let later = [
    "sales_without_units", "cancellations_without_units", "refunds_without_units",
  ]

  private static let amounts = all.filter { $0.hasSuffix("_micros") }

  /// The second column of each amount.
  static let highs: [String: String] = Dictionary(
    uniqueKeysWithValues: amounts.map { ($0, String($0.dropLast("micros".count)) + "high") })

  private static let highColumns: [Column] = amounts.map { amount in
    .integer(
      highs[amount] ?? "", "whole 10^18 that are added to \(amount); 0 unless that passes 64 bits",
      defaultValue: 0)
  }
  private static let ownColumns: [Column] =
    all.map { .integer($0) } + later.map { .integer($0, defaultValue: 0) }

  static let columns: [Column] = ownColumns + highColumns

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
  ])

  /// The columns, some of them with a meaning of their own.
  static func described(_ meanings: [String: String]) -> [Column] {
    columns.map { column in meanings[column.name].map(column.meaning) ?? column }
  }

  static let names = columns.map(\.name).joined(separator: ", ")

  /// The columns of rows to add: those of the key, and the sums.
  ///
  /// `isWide`: whether each amount is in two columns.
  static func bound(_ key: BoundRows.Column..., isWide: Bool) -> BoundRows {
    BoundRows(key + (isWide ? columns : ownColumns).map { _ in .integer })
  }

  /// The columns of an amount; the second is not 0 only if there are two.
  static func parts(
    of amount: Int128, isWide: Bool
  ) throws(StorageError) -> (low: Int64, high: Int64) {
    if let amount = Int64(exactly: amount) { return (amount, 0) }
    guard isWide, let low = Int64(exactly: amount % base), let high = Int64(exactly: amount / base)
    else {
      // The STRICT table refuses a sum of two that no longer fits with the same error.
      throw StorageError(.overflow, "a total passes 64 bits")
    }
    return (low, high)
  }

  /// The sums of a row, from its columns in the order of ``names``.
  static func joined(_ columns: [Int128]) -> [Int128] {
    var sums = Array(columns.prefix(ownColumns.count))
    let first = all.count - amounts.count
    for (place, high) in columns.dropFirst(ownColumns.count).enumerated() {
      sums[first + place] += high * base
    }
    return sums
  }
}

extension BoundRows {
  mutating func append(_ totals: SaleTotals, isWide: Bool) throws(StorageError) {
    append(totals.orders)
    append(totals.paidOrders)
    append(totals.lines)
    append(totals.units)
    append(totals.unitsCancelled)
    append(totals.unitsRefunded)
    let amounts = [totals.gross, totals.cancelled, totals.refunded, totals.adjusted]
    for amount in amounts {
      append(try SaleTotalColumns.parts(of: amount, isWide: isWide).low)
    }
    append(totals.salesWithoutUnits)
    append(totals.cancellationsWithoutUnits)
    append(totals.refundsWithoutUnits)
    guard isWide else { return }
    for amount in amounts {
      append(try SaleTotalColumns.parts(of: amount, isWide: isWide).high)
    }
  }
}

extension SaleTotals {
  /// Reads the columns of ``SaleTotalColumns/names``, from `column` on.
  init(currency: Currency, row: borrowing Row, from column: Int) throws(StorageError) {
    func amount(_ place: Int) throws(StorageError) -> Int128 {
      let high = Int128(try row.integer(column + 13 + place))
      return Int128(try row.integer(column + 6 + place)) + high * SaleTotalColumns.base
    }
    self.init(
      currency: currency, orders: try row.integer(column), paidOrders: try row.integer(column + 1),
      lines: try row.integer(column + 2), units: try row.integer(column + 3),
      unitsCancelled: try row.integer(column + 4), unitsRefunded: try row.integer(column + 5),
      gross: try amount(0), cancelled: try amount(1), refunded: try amount(2),
      adjusted: try amount(3))
    salesWithoutUnits = try row.integer(column + 10)
    cancellationsWithoutUnits = try row.integer(column + 11)
    refundsWithoutUnits = try row.integer(column + 12)
  }
}
