import LedgerCore
import Tabular

/// Rows that say what sold an order, or a line of it: a show, a channel, a creator.
struct CreditRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let observation: ObservationReading
  private let order: Cell
  private let line: LineKey?
  private let key: KeyReading?
  /// Whose clocks a local time is read by; a credit has no market.
  private var market: MarketReading?
  private var event: EventKeyReading?

  init?(
    _ mapping: Mapping, times: TimeReading, reference: Reference, file: String,
    now: @escaping () -> Instant
  ) {
    guard let order = mapping.cells[.order] else { return nil }
    let numbers = NumberReading(mapping, reference: reference)
    self.mapping = mapping
    self.order = order
    filter = RowFilter(mapping, numbers)
    observation = ObservationReading(mapping, times: times, file: file, now: now)
    line = mapping.cells[.line].map { LineKey(cell: $0, numbers: numbers) }
    key = KeyReading(mapping)
    market = mapping.cells[.market].map {
      MarketReading($0, mapping: mapping, reference: reference)
    }
    event = mapping.cells[.event].map(EventKeyReading.init)
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Credit) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Credit>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    try order.checkExact(row)
    let channel = try mapping.channel(row)
    let event = try self.event(row, channel)
    let code: Market.Code? =
      if let market, !market.isEmpty(row) { try self.market?.code(row, in: mapping) } else { nil }
    let observedAt = try observation.stated(row) { $0.zone(of: event) ?? $0.zone(of: code) }
    var number: Int64?
    // An empty line is none: the credit is of the whole order.
    if let line, !line.cell.withBytes(row, { $0.isEmpty }) { number = try line.line(row) }
    let creator = try mapping.creator(row)
    do throws(LedgerError) {
      batch.add(
        try Credit(
          source: mapping.cells[.source]?.text(row).nonEmpty ?? mapping.profile.source,
          order: order.text(row), line: number, event: event, channel: channel,
          creator: creator, observedAt: observedAt,
          citation: mapping.cells[.citation]?.optionalText(row)))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }

  /// The show; where a key is made of columns, they name one only if a show sold the line.
  private mutating func event(
    _ row: borrowing some RecordReader & ~Copyable, _ channel: Channel?
  ) throws(RowFault) -> EventKey? {
    if let cell = mapping.cells[.event] {
      return cell.withBytes(row) { $0.isEmpty } ? nil : try event?.key(row, in: mapping)
    }
    if let channel, channel != .live { return nil }
    guard key != nil else { return nil }
    guard let event = try key?.key(row, startsAt: nil) else {
      throw RowFault(reason: .lacking(field: Field.event.rawValue))
    }
    return event
  }
}

extension Credit: ImportedFact {
  static var chunkSize: Int { 20_000 }

  static func record(
    _ facts: [Credit], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Credit> {
    BatchRecording(try target.repository.record(facts, as: draft))
  }
}
