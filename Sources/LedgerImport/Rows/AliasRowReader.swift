import LedgerCore
import Tabular

/// Rows that say which name of a creator, a brand or a product stands for which.
struct AliasRowReader: RowReader {
  private let mapping: Mapping
  private let filter: RowFilter
  private let kind: Cell
  private let name: Cell
  private let canonical: Cell

  init?(_ mapping: Mapping, reference: Reference) {
    guard let kind = mapping.cells[.kind], let name = mapping.cells[.name],
      let canonical = mapping.cells[.canonical]
    else { return nil }
    self.mapping = mapping
    self.kind = kind
    self.name = name
    self.canonical = canonical
    filter = RowFilter(mapping, NumberReading(mapping, reference: reference))
  }

  var isFull: Bool { false }

  func columnName(_ field: Field, of fact: Alias) -> String? { mapping.columnName(field) }

  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<Alias>
  ) throws(RowFault) -> RowFilter.Verdict {
    if case .skip(let name) = try filter.verdict(row) { return .skip(name) }
    do throws(LedgerError) {
      batch.add(
        try Alias(
          kind: Alias.Kind(kind.text(row)), name: name.text(row), canonical: canonical.text(row),
          citation: mapping.cells[.citation]?.optionalText(row)))
    } catch {
      throw RowFault(error, in: mapping)
    }
    return .read
  }
}

extension Alias: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Alias], as draft: Entry.Draft, in target: ImportTarget, onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Alias> {
    BatchRecording(try target.repository.record(facts, as: draft))
  }
}
