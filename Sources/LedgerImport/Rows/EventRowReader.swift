import LedgerCore
import Tabular

/// Rows that are shows.
struct EventRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let times: TimeReading
  private let numbers: NumberReading
  private let event: Cell?
  private let platform: Cell
  private let title: Cell
  private let startsAt: Cell
  private let key: KeyReading?
  private let titleKeys: TitleKeys?
  private var market: MarketReading
  private(set) var foldedTexts = 0

  init?(_ mapping: Mapping, times: TimeReading, reference: Reference) {
    guard let market = mapping.cells[.market],
      let platform = mapping.cells[.platform], let title = mapping.cells[.title],
      let startsAt = mapping.cells[.startsAt]
    else { return nil }
    self.mapping = mapping
    self.times = times
    event = mapping.cells[.event]
    self.platform = platform
    self.title = title
    self.startsAt = startsAt
    self.market = MarketReading(market, mapping: mapping, reference: reference)
    numbers = NumberReading(mapping, reference: reference)
    filter = RowFilter(mapping, numbers)
    key = KeyReading(mapping)
    titleKeys = TitleKeys(mapping.profile, times: times, reference: reference)
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Event) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Event>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    batch.add(try event(row, key: key))
    return .read
  }

  /// The show of a row; its key is made, or stands in a column.
  mutating func event(
    _ row: borrowing some RecordReader & ~Copyable, key template: KeyReading?
  ) throws(RowFault) -> Event {
    try event?.checkExact(row)
    let code = try market.code(row, in: mapping)
    let starts = try times.instant(startsAt, row) { $0.zone(of: code) }
    var ends: Instant?
    if let cell = mapping.cells[.endsAt], !cell.text(row).isEmpty {
      ends = try times.instant(cell, row) { $0.zone(of: code) }
    } else {
      ends = try end(of: starts, in: code, row)
    }
    let key = try template?.key(row, startsAt: starts)
    let title = title.line(row, counting: &foldedTexts)
    var names: [Field: [String]] = [:]
    for field in [Field.hosts, .guests, .creators] { names[field] = try list(field, .creator, row) }
    let brands = try list(.brands, .brand, row)
    let platform = try mapping.name(platform.text(row), of: .platform, in: platform.column)
    do throws(LedgerError) {
      let key =
        if let key { key } else if let titleKeys {
          try titleKeys.key(title: title, platform: platform, market: code, startsAt: starts)
        } else {
          try EventKey(event?.text(row) ?? "")
        }
      var creators: [Creator] = []
      for (field, role) in [
        (Field.hosts, Creator.Role.host), (.guests, .guest), (.creators, .creator),
      ] {
        for name in names[field] ?? [] { creators.append(try Creator(name: name, role: role)) }
      }
      return try Event(
        key: key, market: code, platform: platform,
        title: title, startsAt: starts, endsAt: ends, brands: brands,
        creators: creators)
    } catch {
      throw RowFault(error, in: mapping)
    }
  }

  /// The end that a duration gives, where the row says one.
  private func end(
    of start: Instant, in market: Market.Code, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Instant? {
    if mapping.profile.lastsAllDay, let zone = times.zone ?? times.markets?.zone(of: market) {
      return CalendarDay(daysSince1970: zone.day(of: start).daysSince1970 + 1).map(zone.start(of:))
    }
    guard let cell = mapping.cells[.duration] else { return nil }
    if numbers.isNothing(cell, row) { return nil }
    let length = try length(cell, row)
    guard length >= 0,
      let milliseconds = Int64(exactly: Int128(start.milliseconds) + (length + 500) / 1000),
      let end = Instant(milliseconds: milliseconds)
    else { throw cell.fault(row, .noDuration) }
    // A show of no length is one that never began to be shown; its end is not known.
    return end > start ? end : nil
  }

  /// Millionths of a second: a number in the profile's unit, or a length of time.
  private func length(
    _ cell: Cell, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Int128 {
    let unit = mapping.profile.durationUnit
    do throws(RowFault) {
      return try numbers.decimal(cell, row, isWhole: unit == 1).micros * Int128(unit)
    } catch {
      if case .ambiguousNumber = error.reason { throw error }
      guard let micros = DurationText.micros(cell.text(row), unit: unit) else {
        throw cell.fault(row, .noDuration)
      }
      return micros
    }
  }

  /// The names in a cell, with `;` between them.
  private func list(
    _ field: Field, _ subject: NameAliases.Subject, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> [String] {
    guard let cell = mapping.cells[field] else { return [] }
    let texts = cell.text(row).split(separator: ";").compactMap { name -> String? in
      let start = name.drop { $0 == " " }
      guard let last = start.lastIndex(where: { $0 != " " }) else { return nil }
      return String(start[...last])
    }
    guard mapping.profile.nameAliases[subject] != nil else { return texts }
    var names: [String] = []
    for text in texts {
      let name = try mapping.name(text, of: subject, in: cell.column)
      // Two aliases of one may stand in a cell.
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
