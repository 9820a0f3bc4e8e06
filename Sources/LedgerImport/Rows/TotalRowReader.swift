import LedgerCore
import Tabular

/// Rows that are shows with their counts and reported totals, as LIVE exports have them.
struct TotalRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let numbers: NumberReading
  private let key: KeyReading?
  private let currencies: CurrencyReading
  private var events: EventRowReader

  init?(_ mapping: Mapping, times: TimeReading, reference: Reference) {
    numbers = NumberReading(mapping, reference: reference)
    guard let events = EventRowReader(mapping, times: times, reference: reference) else {
      return nil
    }
    self.mapping = mapping
    self.times = times
    self.events = events
    filter = RowFilter(mapping, numbers)
    key = KeyReading(mapping)
    currencies = CurrencyReading(mapping, reference: reference)
  }

  var isFull: Bool { false }

  var foldedTexts: Int { events.foldedTexts }

  func columnName(_ field: Field, of fact: ShowFact) -> String? {
    switch fact {
    case .event: mapping.columnName(field)
    case .count(let count): mapping.metrics.first { $0.metric == count.metric }?.cell.column
    case .total(let total): mapping.totals.first { $0.rule.measure == total.measure }?.cell.column
    }
  }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<ShowFact>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let event = try events.event(row, key: key)
    batch.add(.event(event))
    guard !mapping.metrics.isEmpty || !mapping.totals.isEmpty else { return .read }
    let observedAt = try observation(row, of: event)
    for (metric, cell) in mapping.metrics {
      if numbers.isNothing(cell, row) {
        batch.noValues += 1
        continue
      }
      do throws(RowFault) {
        batch.add(.count(try count(metric, cell, row, event.key, observedAt)))
      } catch {
        batch.faults.append(error)
      }
    }
    for (rule, cell, mark) in mapping.totals {
      if numbers.isNothing(cell, row) {
        batch.noValues += 1
        continue
      }
      do throws(RowFault) {
        batch.add(.total(try total(rule, cell, mark, row, event.key, observedAt)))
      } catch {
        batch.faults.append(error)
      }
    }
    return .read
  }

  /// When the figures were seen: what is stated, else the event's end.
  private func observation(
    _ row: borrowing some RecordReader & ~Copyable, of event: Event
  ) throws(RowFault) -> Instant {
    if let cell = mapping.cells[.observedAt] {
      if cell.constant == nil {
        return try times.instant(cell, row) { $0.zone(of: event.market) }
      }
      // What an option gives is ISO 8601, whatever the file's times are.
      do throws(TimeError) {
        let text = cell.text(row)
        do throws(TimeError) {
          return try TimeFormat.iso8601.instant(text, zone: times.zone)
        } catch {
          guard case .noZone = error, times.zone == nil,
            let zone = times.markets?.zone(of: event.market)
          else { throw error }
          return try TimeFormat.iso8601.instant(text, zone: zone)
        }
      } catch {
        throw cell.fault(row, .time(error))
      }
    }
    guard let end = event.endsAt else {
      throw RowFault(reason: .notObserved)
    }
    return end
  }

  private func count(
    _ metric: Metric, _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, _ key: EventKey,
    _ at: Instant
  ) throws(RowFault) -> AudienceCount {
    let number = try numbers.integer(cell, row)
    do throws(LedgerError) {
      return try AudienceCount(event: key, metric: metric, at: at, count: number)
    } catch {
      throw cell.fault(row, .ledger(error))
    }
  }

  private func total(
    _ rule: TotalRule, _ cell: Cell, _ mark: String?,
    _ row: borrowing some RecordReader & ~Copyable, _ key: EventKey,
    _ observedAt: Instant
  ) throws(RowFault) -> ReportedTotal {
    let amount: ReportedTotal.Amount
    switch rule.measure.unit {
    case .money:
      amount = .money(
        try numbers.money(cell, row, columnMark: mark, stated: currencies.stated(row, orNone: true))
      )
    case .number:
      amount = .number(try numbers.decimal(cell, row, isWhole: rule.measure.isWhole))
    case .seconds:
      amount = .number(Decimal(micros: try seconds(rule, cell, row)))
    }
    do throws(LedgerError) {
      return try ReportedTotal(
        event: key, measure: rule.measure, source: mapping.profile.source, observedAt: observedAt,
        amount: amount)
    } catch {
      throw cell.fault(row, .ledger(error))
    }
  }

  /// Millionths of a second: a number in the column's unit, or a length of time.
  private func seconds(
    _ rule: TotalRule, _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Int128 {
    do throws(RowFault) {
      return try numbers.decimal(cell, row).micros * Int128(rule.factor)
    } catch {
      guard let micros = DurationText.micros(cell.text(row), unit: rule.factor) else {
        throw cell.fault(row, .noDuration)
      }
      return micros
    }
  }
}
