import LedgerCore
import Tabular

/// Rows that are exchange rates: one of a named currency, or a day with a column for each currency,
/// as the European Central Bank publishes its history.
struct RateRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let reference: Reference
  private let noValue: [[UInt8]]
  private let date: Cell
  private let base: Cell
  private let source: Cell
  private let currency: Cell?
  private let rates: [(currency: Currency?, cell: Cell)]

  init?(_ mapping: Mapping, reference: Reference) throws(LedgerError) {
    guard let date = mapping.cells[.date], let base = mapping.cells[.base],
      let source = mapping.cells[.source]
    else { return nil }
    self.mapping = mapping
    self.reference = reference
    self.date = date
    self.base = base
    self.source = source
    currency = mapping.cells[.currency]
    filter = RowFilter(mapping, NumberReading(mapping, reference: reference))
    noValue = (mapping.profile.noValue + ["N/A"]).map { Array($0.utf8) }
    if let cell = mapping.cells[.rate] {
      rates = [(nil, cell)]
    } else {
      var rates: [(currency: Currency?, cell: Cell)] = []
      for cell in mapping.currencyCells {
        rates.append((try reference.currency(cell.column ?? ""), cell))
      }
      self.rates = rates
    }
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: ExchangeRate) -> String? {
    guard field == .rate else { return mapping.columnName(field) }
    return rates.first { $0.currency == nil || $0.currency == fact.currency }?.cell.column
  }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<ExchangeRate>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let day = try date.day(row)
    let base = try currency(base, row)
    let source = source.text(row)
    for (columnCurrency, cell) in rates {
      let isNoValue = cell.withBytes(row) { bytes in
        noValue.contains { bytes.isEqual(to: $0.span) }
      }
      if isNoValue {
        batch.noValues += 1
        continue
      }
      do throws(RowFault) {
        let currency =
          if let columnCurrency { columnCurrency } else if let currency {
            try self.currency(currency, row)
          } else {
            throw cell.fault(row, .noCurrency)
          }
        batch.add(try rate(cell, row, base, currency, day, source))
      } catch {
        batch.faults.append(error)
      }
    }
    return .read
  }

  private func rate(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, _ base: Currency,
    _ currency: Currency, _ day: CalendarDay, _ source: String
  ) throws(RowFault) -> ExchangeRate {
    do throws(LedgerError) {
      let value = try cell.withBytes(row) { bytes throws(LedgerError) in try RateValue(bytes) }
      return try ExchangeRate(
        base: base, currency: currency, day: day, value: value, source: source)
    } catch {
      guard case .invalid("rate", _, _) = error else { throw RowFault(error, in: mapping) }
      throw cell.fault(row, .ledger(error))
    }
  }

  private func currency(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable)
    throws(RowFault) -> Currency
  {
    do throws(LedgerError) { return try reference.currency(cell.text(row)) } catch {
      throw cell.fault(row, .ledger(error))
    }
  }
}

extension ExchangeRate: ImportedFact {
  static var chunkSize: Int { 50_000 }

  static func record(
    _ facts: [ExchangeRate], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<ExchangeRate> {
    BatchRecording(try target.repository.record(facts, as: draft, onConflict: onConflict))
  }
}
