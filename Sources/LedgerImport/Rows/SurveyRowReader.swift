import LedgerCore
import Tabular

/// Rows that are surveys.
struct SurveyRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let numbers: NumberReading
  private let kind: Cell
  private let date: Cell
  private let answers: Cell
  private let source: Cell
  private var market: MarketReading

  init?(_ mapping: Mapping, reference: Reference) {
    guard let market = mapping.cells[.market], let kind = mapping.cells[.kind],
      let date = mapping.cells[.date], let answers = mapping.cells[.answers],
      let source = mapping.cells[.source]
    else { return nil }
    self.mapping = mapping
    self.kind = kind
    self.date = date
    self.answers = answers
    self.source = source
    self.market = MarketReading(market, mapping: mapping, reference: reference)
    numbers = NumberReading(mapping, reference: reference)
    filter = RowFilter(mapping, numbers)
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Survey) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Survey>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    let code = try market.code(row, in: mapping)
    var sampleSize: Int64?
    if let cell = mapping.cells[.sampleSize], !mapping.profile.noValue.contains(cell.text(row)) {
      sampleSize = try numbers.integer(cell, row)
    }
    do throws(LedgerError) {
      let key = try mapping.text(.survey, row).map { text throws(LedgerError) in
        try SurveyKey(text)
      }
      let until = try mapping.text(.until, row).map { text throws(LedgerError) in
        try checkedDate(text, field: "until")
      }
      batch.add(
        try Survey(
          key: key, market: code, kind: Survey.Kind(kind.text(row)),
          question: mapping.text(.question, row),
          date: checkedDate(date.text(row), field: "date"), until: until, sampleSize: sampleSize,
          answers: SurveyAnswer.list(answers.text(row)), positive: mapping.text(.positive, row),
          source: source.text(row), url: mapping.text(.url, row)))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }
}

extension Survey: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Survey], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Survey> {
    BatchRecording(try target.repository.record(facts, as: draft))
  }
}
