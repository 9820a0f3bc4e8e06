import LedgerCore
import Tabular

/// Reads numbers and amounts as a profile says that they are written.
struct NumberReading {
  private let format: NumberFormat
  private let hasMarks: Bool
  private let isAutomatic: Bool
  private let aliases: [String: String]
  private let reference: Reference

  init(_ profile: Profile, reference: Reference) {
    format = profile.numbers
    hasMarks = profile.hasCurrencyMarks
    isAutomatic = profile.detectsDecimalMark
    aliases = profile.currencyAliases
    self.reference = reference
  }

  /// A number without a currency.
  func decimal(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, isWhole: Bool = false
  ) throws(RowFault) -> Decimal {
    try number(cell, row, isWhole: isWhole).number
  }

  /// A whole number.
  func integer(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) throws(RowFault)
    -> Int64
  {
    let number = try decimal(cell, row, isWhole: true)
    let (whole, rest) = number.micros.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest == 0 else { throw cell.fault(row, .number(.notWhole, .plain)) }
    return Int64(clamping: whole)
  }

  /// An amount: its currency is that of the text, else of the column's name, else what is stated.
  func money(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, columnMark: String?,
    stated: Currency?
  ) throws(RowFault) -> Money {
    let isWhole = stated?.digits == 0
    var (number, mark) = try number(cell, row, isWhole: isWhole)
    if mark.isEmpty { mark = columnMark ?? "" }
    guard let marked = try currency(mark, cell, row, stated: stated) ?? stated else {
      throw cell.fault(row, .noCurrency)
    }
    if let stated, stated != marked {
      throw cell.fault(row, .otherCurrency(marked.code, stated: stated.code))
    }
    if marked.digits == 0, !isWhole { number = try self.number(cell, row, isWhole: true).number }
    return Money(micros: number.micros, currency: marked)
  }

  private func number(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, isWhole: Bool
  ) throws(RowFault) -> (number: Decimal, mark: String) {
    let ambiguity: AmountText.Ambiguity
    do throws(NumberError) {
      guard (hasMarks || isAutomatic) && !cell.isTyped(.number, row) else {
        let format = cell.numbers(row, asText: format)
        let number = try cell.withBytes(row) { bytes throws(NumberError) in
          try format.decimal(bytes)
        }
        return (number, "")
      }
      let text = try AmountText(cell.text(row))
      guard hasMarks || text.mark.isEmpty else { throw .notANumber }
      if !isAutomatic { return (try text.decimal(format), text.mark) }
      do throws(AmountText.Ambiguity) {
        return (try text.decimal(isWhole: isWhole), text.mark)
      } catch {
        ambiguity = error
      }
    } catch {
      let format = cell.numbers(row, asText: isAutomatic ? .plain : format)
      throw cell.fault(row, .number(error, format))
    }
    switch ambiguity {
    case .ambiguous: throw cell.fault(row, .ambiguousNumber)
    case .number(let error): throw cell.fault(row, .number(error, .plain))
    }
  }

  /// The currency of a mark; `nil` for none, and for a sign that several currencies have.
  private func currency(
    _ mark: String, _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, stated: Currency?
  ) throws(RowFault) -> Currency? {
    guard !mark.isEmpty else { return nil }
    do throws(LedgerError) { return try reference.currency(aliases[mark] ?? mark) } catch {
      let isSign = mark.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
      if isSign, stated != nil { return nil }
      throw cell.fault(row, .unknownMark(mark))
    }
  }
}
