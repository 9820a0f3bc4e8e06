import LedgerCore
import Tabular

/// Rows that are shows.
struct EventRows: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let event: Cell
  private let platform: Cell
  private let title: Cell
  private let startsAt: Cell
  private var market: MarketReading

  init?(_ mapping: Mapping, times: TimeReading, reference: Reference) {
    guard let event = mapping.cells[.event], let market = mapping.cells[.market],
      let platform = mapping.cells[.platform], let title = mapping.cells[.title],
      let startsAt = mapping.cells[.startsAt]
    else { return nil }
    self.mapping = mapping
    self.times = times
    self.event = event
    self.platform = platform
    self.title = title
    self.startsAt = startsAt
    self.market = MarketReading(market, mapping: mapping, reference: reference)
    filter = RowFilter(mapping)
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Event) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Event>
  ) throws(RowFault) -> RowFilter.Verdict {
    guard try filter.verdict(row) == .read else { return .skip }
    try event.checkExact(row)
    let code = try market.code(row, in: mapping)
    let starts = try times.instant(startsAt, row)
    var ends: Instant?
    if let cell = mapping.cells[.endsAt], !cell.text(row).isEmpty {
      ends = try times.instant(cell, row)
    }
    do throws(LedgerError) {
      var creators: [Creator] = []
      for (field, role) in [
        (Field.hosts, Creator.Role.host), (.guests, .guest), (.creators, .creator),
      ] {
        for name in list(field, row) { creators.append(try Creator(name: name, role: role)) }
      }
      batch.add(
        try Event(
          key: EventKey(event.text(row)), market: code, platform: platform.text(row),
          title: title.text(row), startsAt: starts, endsAt: ends, brands: list(.brands, row),
          creators: creators))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }

  /// The names in a cell, with `;` between them.
  private func list(_ field: Field, _ row: borrowing some RecordReader & ~Copyable) -> [String] {
    guard let cell = mapping.cells[field] else { return [] }
    return cell.text(row).split(separator: ";").compactMap { name in
      let start = name.drop { $0 == " " }
      guard let last = start.lastIndex(where: { $0 != " " }) else { return nil }
      return String(start[...last])
    }
  }
}
