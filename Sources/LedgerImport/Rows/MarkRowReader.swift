import LedgerCore
import Tabular

/// Rows that are marks of shows.
struct MarkRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let shows: [EventKey: Event]
  private let from: Cell
  private var event: EventKeyReading

  init?(
    _ mapping: Mapping, times: TimeReading, reference: Reference, shows: [EventKey: Event]
  ) {
    guard let event = mapping.cells[.event], let from = mapping.cells[.from] else { return nil }
    self.mapping = mapping
    self.times = times
    self.shows = shows
    self.from = from
    self.event = EventKeyReading(event)
    filter = RowFilter(mapping, NumberReading(mapping, reference: reference))
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Mark) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Mark>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let key = try event.key(row, in: mapping)
    let start = try instant(from, row, of: key)
    var end: Instant?
    if let until = mapping.cells[.until], until.optionalText(row) != nil {
      end = try instant(until, row, of: key)
    }
    let creator = try mapping.cells[.creator].flatMap { cell throws(RowFault) in
      try mapping.name(cell.text(row), of: .creator, in: cell.column).nonEmpty
    }
    do throws(LedgerError) {
      let kind = try mapping.cells[.kind]?.optionalText(row).map { text throws(LedgerError) in
        try Mark.Kind(name: text)
      }
      batch.add(
        try Mark(
          event: key, startsAt: start, endsAt: end, kind: kind ?? .note,
          text: mapping.cells[.text]?.optionalText(row), creator: creator))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }

  /// A time, or one of the show's clock such as `20:15`.
  private func instant(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable, of key: EventKey
  ) throws(RowFault) -> Instant {
    let text = cell.text(row)
    guard let time = ShowClock(text) else {
      return try times.instant(cell, row) { $0.zone(of: key) }
    }
    guard let show = shows[key] else {
      // A time of day needs a show that is there; the storage refuses the others.
      throw RowFault(
        .unknownEvent(
          key.description, near: nearest(to: key.description, among: shows.keys.map(\.description)),
          count: shows.count), in: mapping)
    }
    guard let zone = times.zone ?? times.markets?.zone(of: key) else {
      throw cell.fault(row, .time(.noZone(text, offsetFits: false)))
    }
    do throws(TimeError) { return try time.instant(of: show, in: zone) } catch {
      throw cell.fault(row, .time(error))
    }
  }
}

extension Mark: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Mark], as draft: Entry.Draft, in target: ImportTarget, onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Mark> {
    BatchRecording(try target.repository.record(facts, as: draft))
  }
}
