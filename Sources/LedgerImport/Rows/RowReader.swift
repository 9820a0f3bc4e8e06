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

  /// The column in which this value of a fact stood.
  func columnName(_ field: Field, of fact: F) -> String?
}

/// A fact that rows hold.
protocol ImportedFact: Fact {
  associatedtype List: FactList where List.Element == Self

  /// How many are recorded at once.
  static var chunkSize: Int { get }

  static func record(
    _ facts: List, as draft: Entry.Draft, in repository: Importer.Repository,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Self>
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
    _ facts: [Event], as draft: Entry.Draft, in repository: Importer.Repository,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Event> {
    BatchRecording(try repository.record(facts, as: draft, onConflict: onConflict))
  }
}

extension AudienceCount: ImportedFact {
  static var chunkSize: Int { 50_000 }

  static func record(
    _ facts: AudienceBatch, as draft: Entry.Draft, in repository: Importer.Repository,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<AudienceCount> {
    BatchRecording(try repository.record(facts, as: draft, onConflict: onConflict))
  }
}

extension Sale: ImportedFact {
  static var chunkSize: Int { 25_000 }

  static func record(
    _ facts: SaleBatch, as draft: Entry.Draft, in repository: Importer.Repository,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Sale> {
    BatchRecording(try repository.record(facts, as: draft))
  }
}
