import LedgerCore
import Tabular

/// Turns rows into facts of one type.
protocol RowReader {
  associatedtype F: ImportedFact

  /// Adds what the row holds to the batch.
  ///
  /// - Returns: Whether the row was read or is to be skipped.
  /// - Throws: the fault for which nothing of the row can be recorded.
  mutating func read(
    _ row: borrowing some RecordReader & ~Copyable, into batch: inout Batch<F>
  ) throws(RowFault) -> RowFilter.Verdict

  /// Whether a row could not be read because the table of orders is full.
  var isFull: Bool { get }

  /// Whether the rows are orders of more than one status.
  var isOfManyStatuses: Bool { get }

  /// The order of the last row, where the next file may continue it.
  var lastOrder: OpenOrder? { get }
  /// How many texts so far had line breaks, or spaces at an end.
  var foldedTexts: Int { get }

  /// The column in which this value of a fact stood.
  func columnName(_ field: Field, of fact: F) -> String?
}

extension RowReader {
  var isOfManyStatuses: Bool { false }
  var lastOrder: OpenOrder? { nil }
  var foldedTexts: Int { 0 }
}

/// A fact that rows hold.
protocol ImportedFact: Fact {
  associatedtype List: FactList where List.Element == Self

  /// How many are recorded at once.
  static var chunkSize: Int { get }
  /// How many chunks may be recorded in one transaction.
  static var groupSize: Int { get }

  /// Runs `body`, which records chunks in what it is given: all of them, or none if it throws.
  static func together(
    in repository: Importer.Repository, _ body: (ImportTarget) throws(LedgerError) -> Void
  ) throws(LedgerError)

  static func record(
    _ facts: List, as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Self>
}

/// What an import records in.
struct ImportTarget {
  let repository: Importer.Repository
  let sales: any SaleRecording
}

extension ImportedFact {
  static var groupSize: Int { 1 }

  static func together(
    in repository: Importer.Repository, _ body: (ImportTarget) throws(LedgerError) -> Void
  ) throws(LedgerError) { try body(ImportTarget(repository: repository, sales: repository)) }
}

/// What became of a batch, which may have taken several entries.
struct BatchRecording<F: Fact> {
  let entries: ClosedRange<Int64>?
  /// The receipt of the last of them.
  let receipt: Receipt?
  let outcomes: Outcomes<F>
}

extension BatchRecording {
  init(_ recording: Recording<F>) {
    entries = recording.entry.map { $0...$0 }
    receipt = recording.receipt
    outcomes = recording.results
  }
}

extension Event: ImportedFact {
  static var chunkSize: Int { 1_000 }

  static func record(
    _ facts: [Event], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Event> {
    BatchRecording(try target.repository.record(facts, as: draft, onConflict: onConflict))
  }
}

extension AudienceCount: ImportedFact {
  static var chunkSize: Int { 100_000 }

  static func record(
    _ facts: AudienceBatch, as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<AudienceCount> {
    BatchRecording(try target.repository.record(facts, as: draft, onConflict: onConflict))
  }
}

extension Sale: ImportedFact {
  static var chunkSize: Int { 32_000 }
  // Rows of many shows in any order change nearly all totals in each chunk; they are written once.
  static var groupSize: Int { 32 }

  static func together(
    in repository: Importer.Repository, _ body: (ImportTarget) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    try repository.recordSales { sales throws(LedgerError) in
      try body(ImportTarget(repository: repository, sales: sales))
    }
  }

  static func record(
    _ facts: SaleBatch, as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Sale> {
    BatchRecording(try target.sales.record(facts, as: draft))
  }
}
