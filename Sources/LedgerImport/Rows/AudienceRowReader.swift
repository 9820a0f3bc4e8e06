import LedgerCore
import Tabular

/// Rows that are audience counts: one of a named metric, or one for each metric's column.
///
/// Most rows of most files are such, so nothing is allocated for one.
struct AudienceRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let numbers: NumberReading
  private let noValue: [[UInt8]]
  private var event: EventKeyReading
  private let at: Cell
  private let metric: Cell?
  private let counts: [(metric: Metric?, cell: Cell)]
  private var lastMetricBytes: [UInt8] = []
  private var lastMetric: Metric?
  private let plain: PlainColumns?
  /// The events and metrics of earlier rows, as texts and as what they say.
  private var known = KnownTexts()
  private var curves: [(event: EventKey, metric: Metric)] = []
  private var time = PlainTime()

  /// Where the parts of a count stand, if each row has one and nothing else decides what it says.
  private struct PlainColumns {
    /// Those of the event, and of the metric if a column has it.
    let curve: [Int]
    let at: Int
    let count: Int
  }

  init?(_ mapping: Mapping, times: TimeReading, reference: Reference) {
    guard let event = mapping.cells[.event], let at = mapping.cells[.at] else { return nil }
    self.mapping = mapping
    self.times = times
    self.event = EventKeyReading(event)
    self.at = at
    numbers = NumberReading(mapping, reference: reference)
    filter = RowFilter(mapping, numbers)
    noValue = mapping.profile.noValue.map { Array($0.utf8) }
    metric = mapping.cells[.metric]
    if mapping.metrics.isEmpty {
      guard metric != nil, let count = mapping.cells[.count] else { return nil }
      counts = [(nil, count)]
    } else {
      counts = mapping.metrics.map { ($0.metric, $0.cell) }
    }
    plain = Self.plainColumns(mapping, times, noValue)
    if let name = metric?.constant { lastMetric = try? Metric(name: name) }
  }

  private static func plainColumns(
    _ mapping: Mapping, _ times: TimeReading, _ noValue: [[UInt8]]
  ) -> PlainColumns? {
    guard mapping.rules.isEmpty, mapping.metrics.isEmpty, times.beginsWithISO8601,
      !noValue.contains(where: { PlainText.integer($0.span) != nil }),
      let event = mapping.cells[.event]?.plainColumn, let at = mapping.cells[.at]?.plainColumn,
      let count = mapping.cells[.count]?.plainColumn, let metric = mapping.cells[.metric],
      metric.constant != nil || metric.plainColumn != nil
    else { return nil }
    return PlainColumns(
      curve: [event] + [metric.plainColumn].compactMap(\.self), at: at, count: count)
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: AudienceCount) -> String? {
    guard field == .count else { return mapping.columnName(field) }
    return counts.first { $0.metric == nil || $0.metric == fact.metric }?.cell.column
  }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<AudienceCount>
  ) throws(RowFault) -> RowFilter.Verdict {
    if let plain, let count = plainCount(plain, row) {
      batch.add(count)
      return .read
    }
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    // Read once and only if there is a number to go with them.
    var moment: (event: EventKey, at: Instant)?
    for (countMetric, cell) in counts {
      if isNoValue(cell, row) {
        batch.noValues += 1
        continue
      }
      let (key, instant) =
        if let moment { moment } else { try self.moment(row) }
      moment = (key, instant)
      let rowMetric = if let countMetric { countMetric } else { try metric(row) }
      if let plain { remember(plain, key, rowMetric, row) }
      do throws(RowFault) {
        batch.add(try count(cell, row, key, rowMetric, instant))
      } catch {
        if numbers.isNothing(cell, row) {
          batch.noValues += 1
        } else {
          batch.faults.append(error)
        }
      }
    }
    return .read
  }

  private mutating func moment(
    _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> (event: EventKey, at: Instant) {
    let key = try event.key(row, in: mapping)
    return (key, try times.instant(at, row) { $0.zone(of: key) })
  }

  /// The count of a row in the plainest form: of the event and the metric of an earlier row.
  @inline(__always)
  private mutating func plainCount(
    _ plain: PlainColumns, _ row: borrowing some RecordReader & ~Copyable
  ) -> AudienceCount? {
    guard let place = known.place(in: plain.curve, row),
      let instant = row.withField(plain.at, { time.instant($0) }),
      let number = row.withField(plain.count, { PlainText.integer($0) })
    else { return nil }
    let (event, metric) = curves[place]
    return try? AudienceCount(event: event, metric: metric, at: instant, count: number)
  }

  private mutating func remember(
    _ plain: PlainColumns, _ event: EventKey, _ metric: Metric,
    _ row: borrowing some RecordReader & ~Copyable
  ) {
    guard known.place(in: plain.curve, row) == nil else { return }
    known.add(plain.curve, row)
    if known.count == 1 { curves.removeAll() }
    curves.append((event, metric))
  }

  private func count(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, _ key: EventKey, _ metric: Metric,
    _ at: Instant
  ) throws(RowFault) -> AudienceCount {
    let number = try numbers.integer(cell, row)
    do throws(LedgerError) {
      return try AudienceCount(event: key, metric: metric, at: at, count: number)
    } catch {
      throw cell.fault(row, .ledger(error))
    }
  }

  private func isNoValue(_ cell: Cell, _ row: borrowing some RecordReader & ~Copyable) -> Bool {
    cell.withBytes(row) { bytes in
      for text in noValue where bytes.isEqual(to: text.span) { return true }
      return false
    }
  }

  @inline(__always)
  private mutating func metric(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault)
    -> Metric
  {
    guard let cell = metric else {
      throw RowFault(reason: .lacking(field: "metric"))
    }
    if let lastMetric, cell.withBytes(row, { $0.isEqual(to: lastMetricBytes.span) }) {
      return lastMetric
    }
    let text = cell.text(row)
    do throws(LedgerError) {
      let metric = try Metric(name: text)
      lastMetricBytes = Array(text.utf8)
      lastMetric = metric
      return metric
    } catch {
      throw RowFault(error, in: mapping)
    }
  }
}
