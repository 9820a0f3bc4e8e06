import LedgerCore
import Tabular

/// Rows that are targets; where a row names an event, it is for that and not for all of the market.
struct TargetRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let numbers: NumberReading
  private let reference: Reference
  private let metric: Cell
  private let value: Cell
  private var market: MarketReading?

  init?(_ mapping: Mapping, reference: Reference) {
    guard let metric = mapping.cells[.metric], let value = mapping.cells[.value] else { return nil }
    self.mapping = mapping
    self.reference = reference
    self.metric = metric
    self.value = value
    market = mapping.cells[.market].map { cell in
      MarketReading(cell, mapping: mapping, reference: reference)
    }
    numbers = NumberReading(mapping, reference: reference)
    filter = RowFilter(mapping, numbers)
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Target) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Target>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let number = try numbers.decimal(value, row)
    let scope = try scope(row)
    do throws(LedgerError) {
      var amount = Target.Amount.number(number)
      if let code = mapping.cells[.currency]?.optionalText(row) {
        amount = .money(Money(micros: number.micros, currency: try reference.currency(code)))
      }
      var period: Period?
      if let text = mapping.cells[.period]?.optionalText(row) { period = try Period(text) }
      batch.add(
        try Target(
          scope: scope, metric: ReportMetric(name: metric.text(row)), period: period,
          amount: amount, source: mapping.cells[.source]?.optionalText(row)))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }

  private mutating func scope(
    _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Target.Scope {
    if let event = mapping.cells[.event]?.optionalText(row) {
      do throws(LedgerError) { return .event(try EventKey(event)) } catch {
        throw RowFault(error, in: mapping)
      }
    }
    guard market?.isEmpty(row) == false, let code = try market?.code(row, in: mapping) else {
      throw RowFault(reason: .noScope)
    }
    return .market(code)
  }
}

extension Target: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Target], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Target> {
    BatchRecording(try target.repository.record(facts, as: draft, onConflict: onConflict))
  }
}
