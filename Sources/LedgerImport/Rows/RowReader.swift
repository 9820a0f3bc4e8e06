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
  /// The outcomes of two batches, one after the other.
  static func + (left: Self, right: Self) -> Self {
    var outcomes = left.outcomes
    outcomes += right.outcomes
    let entries = [left.entries, right.entries].compactMap(\.self)
    return BatchRecording(
      entries: entries.first.map { $0.lowerBound...(entries.last ?? $0).upperBound },
      receipt: right.receipt ?? left.receipt, outcomes: outcomes)
  }

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
    do throws(LedgerError) {
      return BatchRecording(try repository.record(facts, as: draft))
    } catch .overflow where facts.count > 1 {
      return try recordInHalves(facts, as: draft, in: repository, onConflict: onConflict)
    } catch .overflow(let total) {
      return BatchRecording(
        entries: nil, receipt: nil, outcomes: Outcomes([.refused(.overflow(total))]))
    }
  }

  /// Finds the rows that would make a total too large, so that all others are recorded.
  private static func recordInHalves(
    _ facts: SaleBatch, as draft: Entry.Draft, in repository: Importer.Repository,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<Sale> {
    let middle = facts.count / 2
    let first = try record(
      facts[0..<middle], as: draft, in: repository, onConflict: onConflict)
    var later = draft
    if let entry = draft.chunk?.first ?? first.entries?.lowerBound {
      later.chunk = Entry.Chunk(first: entry)
    }
    let second = try record(
      facts[middle..<facts.count], as: later, in: repository, onConflict: onConflict)
    return first + second
  }
}
