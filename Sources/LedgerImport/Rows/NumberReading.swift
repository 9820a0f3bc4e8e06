import LedgerCore
import Tabular

/// Reads numbers and amounts as a profile says that they are written.
struct NumberReading {
  private let format: NumberFormat
  private let isAutomatic: Bool
  private let noValue: Set<String>
  private let zeros: Set<String>
  private let currencies: CurrencyMarks
  private let evidence: FileEvidence

  init(_ mapping: Mapping, reference: Reference) {
    let profile = mapping.profile
    format = profile.numbers
    isAutomatic = profile.detectsDecimalMark
    noValue = Set(profile.noValue)
    zeros = Set(profile.zeros)
    currencies = CurrencyMarks(profile, reference: reference)
    evidence = mapping.evidence
  }

  /// A number without a currency; `isWhole`: whether it counts things.
  func decimal(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, isWhole: Bool = false
  ) throws(RowFault) -> Decimal {
    if let number = try plain(cell, row) { return number }
    return try value(try bare(cell, row), cell, row, isWhole: isWhole)
  }

  /// A whole number.
  func integer(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Int64 {
    if let number = try plainInteger(cell, row) { return number }
    let text = try bare(cell, row)
    if isAutomatic, text.decimalMark == .none {
      do throws(NumberError) { return try text.integer() } catch { throw fault(error, cell, row) }
    }
    let number = try value(text, cell, row, isWhole: true)
    let (whole, rest) = number.micros.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest == 0 else { throw cell.fault(row, .number(.notWhole, .plain)) }
    return Int64(clamping: whole)
  }

  /// An amount: its currency is that of the text, else of the column's name, else what is stated.
  func money(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, columnMark: String?,
    stated: Currency?
  ) throws(RowFault) -> Money {
    if let number = try plain(cell, row), let stated, columnMark == nil {
      return Money(micros: number.micros, currency: stated)
    }
    let text = try text(cell, row)
    let marks = text.marks.isEmpty ? [columnMark].compactMap(\.self) : text.marks
    let currency: Currency?
    do throws(RowFault) { currency = try currencies.currency(of: marks, stated: stated) } catch {
      throw cell.fault(row, error.reason)
    }
    guard let currency else { throw cell.fault(row, .noCurrency) }
    let number = try value(
      text, cell, row, isWhole: currency.digits == 0, isUsuallyWhole: currency.isUsuallyWhole)
    return Money(micros: number.micros, currency: currency)
  }

  /// -1, 0 or 1; `nil` where no number is stated.
  ///
  /// - Throws: the fault of what is neither a number nor nothing: it might be any number.
  func sign(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Int? {
    if isNothing(cell, row) { return nil }
    if let number = try plain(cell, row) { return Int(number.micros.signum()) }
    let text = try text(cell, row)
    do throws(RowFault) { _ = try currencies.currency(of: text.marks, stated: nil) } catch {
      // Of which currency it is, is for who reads the amount.
      if error.reason != .noCurrency { throw cell.fault(row, error.reason) }
    }
    // Whichever mark parts its decimals, the sign is the same.
    return Int(try value(text, cell, row, isWhole: true).micros.signum())
  }

  /// Whether a cell states no number: it is empty, has a text that means so, or has a dash.
  func isNothing(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) -> Bool {
    let text = cell.text(row)
    return noValue.contains(text) || !zeros.contains(text) && text.isDashOrEmpty
  }

  // MARK: Steps

  /// The number of a cell in the format that is known: that of the file, or of the profile.
  private func plain(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Decimal? {
    let isNumber = cell.isTyped(.number, row)
    if isAutomatic, !isNumber { return isZero(cell, row) ? Decimal(micros: 0) : nil }
    let format = cell.numbers(row, asText: format)
    do throws(NumberError) {
      return try cell.withBytes(row) { bytes throws(NumberError) in try format.decimal(bytes) }
    } catch {
      if isZero(cell, row) { return Decimal(micros: 0) }
      if error == .notANumber, !isNumber { return nil }
      throw cell.fault(row, .number(error, format))
    }
  }

  private func plainInteger(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Int64? {
    let isNumber = cell.isTyped(.number, row)
    if isAutomatic, !isNumber { return isZero(cell, row) ? 0 : nil }
    let format = cell.numbers(row, asText: format)
    do throws(NumberError) {
      return try cell.withBytes(row) { bytes throws(NumberError) in try format.integer(bytes) }
    } catch {
      if isZero(cell, row) { return 0 }
      if error == .notANumber, !isNumber { return nil }
      throw cell.fault(row, .number(error, format))
    }
  }

  private func isZero(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) -> Bool {
    !zeros.isEmpty && zeros.contains(cell.text(row))
  }

  private func text(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> AmountText {
    do throws(NumberError) { return try AmountText(cell.text(row)) } catch {
      throw fault(error, cell, row)
    }
  }

  /// A number with nothing before or behind it.
  private func bare(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> AmountText {
    let text = try text(cell, row)
    guard text.marks.isEmpty else { throw fault(.notANumber, cell, row) }
    return text
  }

  private func value(
    _ text: AmountText, _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable,
    isWhole: Bool, isUsuallyWhole: Bool = false
  ) throws(RowFault) -> Decimal {
    let mark: UInt8
    switch text.decimalMark {
    case _ where !isAutomatic, .none: mark = format.decimalMark
    case .certain(let certain): mark = certain
    // What is whole has no decimals.
    case .open(let open) where isWhole: mark = AmountText.other(open)
    case .open(let open):
      guard let place = cell.place(row) else {
        throw cell.fault(row, .ambiguousNumber(text.readings))
      }
      let question = OpenNumber(
        place: place, mark: open, readings: text.readings, isUsuallyWhole: isUsuallyWhole)
      guard let known = evidence.decimalMark(for: question) else {
        throw cell.fault(row, .ambiguousNumber(text.readings))
      }
      mark = known
    }
    do throws(NumberError) {
      let number = try isAutomatic ? text.decimal(decimalMark: mark) : text.decimal(format)
      if isAutomatic, case .certain = text.decimalMark, let place = cell.place(row) {
        evidence.note(mark, at: place)
      }
      return number
    } catch {
      throw fault(error, cell, row)
    }
  }

  private func fault(
    _ error: NumberError, _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) -> RowFault {
    cell.fault(row, .number(error, isAutomatic ? .plain : format))
  }
}

extension String {
  /// Whether it is empty or has nothing but one or two dashes.
  var isDashOrEmpty: Bool {
    unicodeScalars.count <= 2
      && unicodeScalars.allSatisfy { $0.properties.isDash || $0 == "\u{2212}" }
  }
}
