import LedgerCore
import Tabular

/// Reads the numbers of a sale.
struct AmountReading {
  private let line: Cell?
  private let quantity: Cell?
  private let quantityUnknown: Cell?
  /// The amount, or the price that the quantity is multiplied by.
  private let price: Cell
  private let isUnitPrice: Bool
  private let numbers: NumberReading
  private let currencies: CurrencyReading

  init?(_ mapping: Mapping, reference: Reference) {
    guard let price = mapping.cells[.amount] ?? mapping.cells[.unitPrice] else { return nil }
    quantity = mapping.cells[.quantity]
    quantityUnknown = mapping.cells[.quantityUnknown]
    currencies = CurrencyReading(mapping, reference: reference)
    numbers = NumberReading(mapping, reference: reference)
    self.price = price
    isUnitPrice = mapping.cells[.amount] == nil
    line = mapping.cells[.line]
  }

  func line(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) -> Int64 {
    guard let line else { throw RowFault(reason: .lacking(field: "line")) }
    guard case .joined = line.origin else { return try integer(line, row) }
    return try LineKey(cell: line, numbers: numbers).line(row)
  }

  /// The units, which are `nil` where the row says that they are not known, and the amount.
  ///
  /// `own`: the columns of the row's kind, where those are others.
  func quantityAndAmount(
    _ row: borrowing some RecordReader & ~Copyable, _ own: KindCells? = nil
  ) throws(RowFault) -> (Int64?, Money) {
    if let own, own.quantity != nil || own.amount != nil { return try ownNumbers(row, own) }
    guard try isQuantityUnknown(row) else {
      guard let quantity else { throw RowFault(reason: .lacking(field: "quantity")) }
      let units = try integer(quantity, row)
      return (units, try amount(row, units))
    }
    if isUnitPrice, let quantity { throw quantity.fault(row, .missingNumber) }
    return (nil, try amount(row, 0))
  }

  /// Like the above; what a column of the kind leaves empty is not known.
  private func ownNumbers(
    _ row: borrowing some RecordReader & ~Copyable, _ own: KindCells
  ) throws(RowFault) -> (Int64?, Money) {
    var units: Int64?
    if let cell = own.quantity {
      if !numbers.isNothing(cell, row) { units = try integer(cell, row) }
    } else if let quantity, try !isQuantityUnknown(row) {
      units = try integer(quantity, row)
    }
    guard let cell = own.amount else {
      if isUnitPrice, units == nil, let cell = own.quantity {
        throw cell.fault(row, .missingNumber)
      }
      return (units, try amount(row, units ?? 0))
    }
    let stated = try currencies.stated(row)
    do throws(RowFault) {
      return (units, try numbers.money(cell, row, columnMark: nil, stated: stated))
    } catch {
      throw missing(cell, row) ?? error
    }
  }

  private func isQuantityUnknown(
    _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Bool {
    guard let cell = quantityUnknown else { return false }
    switch cell.text(row).lowercased() {
    case "", "0", "no", "false": return false
    case "1", "yes", "true": break
    default: throw cell.fault(row, .noFlag)
    }
    if let quantity, !numbers.isNothing(quantity, row), try integer(quantity, row) != 0 {
      throw quantity.fault(row, .knownQuantity)
    }
    return true
  }

  private func amount(
    _ row: borrowing some RecordReader & ~Copyable, _ units: Int64
  ) throws(RowFault) -> Money {
    let stated = try currencies.stated(row)
    let money: Money
    do throws(RowFault) {
      money = try numbers.money(price, row, columnMark: nil, stated: stated)
    } catch {
      throw missing(price, row) ?? error
    }
    // Two 64-bit numbers, whose product 128 bits hold; a sale refuses what 64 bits do not.
    return isUnitPrice
      ? Money(micros: Int128(units) * money.micros, currency: money.currency) : money
  }

  private func integer(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable)
    throws(RowFault) -> Int64
  {
    do throws(RowFault) { return try numbers.integer(cell, row) } catch {
      throw missing(cell, row) ?? error
    }
  }

  /// A sale without its numbers is none, whereas an unknown count is just not recorded.
  private func missing(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) -> RowFault? {
    guard numbers.isNothing(cell, row) else { return nil }
    return cell.fault(row, cell.text(row).isEmpty ? .missingNumber : .unknownNumber)
  }
}
