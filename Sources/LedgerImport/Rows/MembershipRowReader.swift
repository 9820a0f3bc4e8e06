import LedgerCore
import Tabular

/// Rows that are memberships of creators, ended or not.
struct MembershipRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let creator: Cell
  private let joined: Cell
  private var market: MarketReading

  init?(_ mapping: Mapping, reference: Reference) {
    guard let market = mapping.cells[.market], let creator = mapping.cells[.creator],
      let joined = mapping.cells[.joined]
    else { return nil }
    self.mapping = mapping
    self.creator = creator
    self.joined = joined
    self.market = MarketReading(market, mapping: mapping, reference: reference)
    filter = RowFilter(mapping, NumberReading(mapping, reference: reference))
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Membership) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Membership>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let market = try market.code(row, in: mapping)
    let joined = try joined.day(row)
    var left: CalendarDay?
    if let cell = mapping.cells[.left], cell.optionalText(row) != nil { left = try cell.day(row) }
    let name = try mapping.name(creator.text(row), of: .creator, in: creator.column)
    let platform = try mapping.cells[.platform].flatMap { cell throws(RowFault) in
      try mapping.name(cell.text(row), of: .platform, in: cell.column).nonEmpty
    }
    do throws(LedgerError) {
      batch.add(
        try Membership(
          market: market, creator: name,
          platform: platform, joined: joined, left: left,
          reason: mapping.cells[.reason]?.optionalText(row),
          source: mapping.cells[.source]?.optionalText(row)))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }
}

extension Membership: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Membership], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Membership> {
    BatchRecording(try target.repository.record(facts, as: draft))
  }
}
