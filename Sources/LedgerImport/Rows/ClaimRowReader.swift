import LedgerCore
import Tabular

/// Rows that are rollout claims.
struct ClaimRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let reported: Cell
  private let source: Cell
  private var market: MarketReading?

  init?(_ mapping: Mapping, reference: Reference) {
    guard let reported = mapping.cells[.reported], let source = mapping.cells[.source] else {
      return nil
    }
    self.mapping = mapping
    self.reported = reported
    self.source = source
    market = mapping.cells[.market].map {
      MarketReading($0, mapping: mapping, reference: reference)
    }
    filter = RowFilter(mapping, NumberReading(mapping, reference: reference))
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Claim) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Claim>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let hasMarket = market.map { !$0.isEmpty(row) } ?? false
    let code = hasMarket ? try market?.code(row, in: mapping) : nil
    let platform = try mapping.text(.platform, row).map { text throws(RowFault) in
      try mapping.name(text, of: .platform, in: mapping.cells[.platform]?.column)
    }
    do throws(LedgerError) {
      let key = try mapping.text(.claim, row).map { text throws(LedgerError) in
        try ClaimKey(text)
      }
      let stage = try mapping.text(.stage, row).map { text throws(LedgerError) in
        try Claim.Stage(name: text)
      }
      let effective = try mapping.text(.effective, row).map { text throws(LedgerError) in
        try checkedDate(text, field: "effective")
      }
      let disputes = try mapping.text(.disputes, row).map { text throws(LedgerError) in
        try ClaimKey(text, field: "disputes")
      }
      batch.add(
        try Claim(
          key: key, market: code, platform: platform, stage: stage,
          effective: effective, reported: checkedDate(reported.text(row), field: "reported"),
          source: source.text(row), url: mapping.text(.url, row),
          quote: mapping.text(.quote, row), disputes: disputes))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }
}

extension Mapping {
  /// The text of a field in a row; `nil` where there is no such column, or nothing in it.
  func text(_ field: Field, _ row: borrowing some RecordReader & ~Copyable) -> String? {
    guard let text = cells[field]?.text(row), !text.isEmpty else { return nil }
    return text
  }
}

extension Claim: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Claim], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Claim> {
    BatchRecording(try target.repository.record(facts, as: draft))
  }
}
