import LedgerCore
import Tabular

/// One file on its way into the ledger.
struct ImportRun {
  /// Rows are kept as they stand until they are recorded, so they bound a chunk as well.
  private static let rawLimit = 4 << 20

  let file: String
  let repository: Importer.Repository
  let mapping: Mapping
  let onConflict: ConflictRule
  let rejectionLimit: Int64?
  let draft: (ClosedRange<Int>) -> Entry.Draft
  let onRejection: (Rejection) -> Void
  let onChunk: (ImportSummary) -> Void
  var summary: ImportSummary

  /// Reads all rows and records what they hold.
  mutating func load<Rows: RowReader>(
    _ reader: inout some RecordReader & ~Copyable, _ rows: Rows
  ) throws(ImportError.Reason) {
    var rows = rows
    var batch = Batch<Rows.F>()
    while true {
      let row: TabularRow?
      do throws(TabularError) { row = try reader.next() } catch {
        // What stands before the place is as good as if the file ended there.
        try record(&batch, rows)
        throw .unreadable(error)
      }
      guard let row else { break }
      summary.rows += 1
      switch row {
      case .malformed(let reason):
        reject(RowFault(column: nil, value: nil, reason: reason), reader)
      case .record: read(reader, &rows, &batch)
      }
      if rows.isFull {
        try record(&batch, rows)
        throw .tooManyOrders(line: reader.line)
      }
      if let rejectionLimit, summary.rejected > rejectionLimit {
        try record(&batch, rows)
        throw .tooManyRejections(line: reader.line)
      }
      if batch.facts.count >= Rows.F.chunkSize || batch.rawRows.count >= Self.rawLimit {
        try record(&batch, rows)
      }
    }
    try record(&batch, rows)
  }

  private mutating func read<Rows: RowReader>(
    _ reader: borrowing some RecordReader & ~Copyable, _ rows: inout Rows,
    _ batch: inout Batch<Rows.F>
  ) {
    do throws(RowFault) {
      if try rows.read(reader, into: &batch) == .skip { summary.skipped += 1 }
    } catch {
      batch.dropRow()
      reject(error, reader)
      return
    }
    summary.noValue += batch.noValues
    batch.noValues = 0
    for fault in batch.faults { reject(fault, reader) }
    batch.faults.removeAll()
    batch.endRow(line: reader.line, rawRecord: reader.rawRecord)
  }

  private mutating func reject(_ fault: RowFault, _ reader: borrowing some RecordReader & ~Copyable)
  {
    reject(fault, line: reader.line, rawRecord: reader.rawRecord)
  }

  private mutating func reject(_ fault: RowFault, line: Int, rawRecord: [UInt8]) {
    summary.rejected += 1
    onRejection(
      Rejection(
        file: file, line: line, column: fault.column, value: fault.value, reason: fault.reason,
        rawRecord: rawRecord))
  }

  /// Records the batch in one entry, and empties it.
  private mutating func record<Rows: RowReader>(
    _ batch: inout Batch<Rows.F>, _ rows: Rows
  ) throws(ImportError.Reason) {
    guard let first = batch.places.first, let last = batch.places.last else { return }
    let recording: BatchRecording<Rows.F>
    do throws(LedgerError) {
      var draft = draft(first.line...last.line)
      draft.chunk = Entry.Chunk(first: summary.entries?.lowerBound)
      recording = try Rows.F.record(
        batch.facts, as: draft, in: repository, onConflict: onConflict)
    } catch {
      throw .ledger(error)
    }
    if let entries = recording.entries {
      summary.include(entries.lowerBound)
      summary.include(entries.upperBound)
    }
    for (index, outcome) in recording.outcomes.enumerated() where index < batch.facts.count {
      switch outcome {
      case .recorded: summary.recorded += 1
      case .restated: summary.restated += 1
      case .alreadyRecorded: summary.alreadyRecorded += 1
      case .conflicting(let recorded):
        refuse(batch, index, conflict(batch.facts[index], recorded, rows))
      case .refused(let error): refuse(batch, index, RowFault(error, in: mapping))
      }
    }
    batch.removeAll()
    onChunk(summary)
  }

  private mutating func refuse<F>(_ batch: Batch<F>, _ index: Int, _ fault: RowFault) {
    let place = batch.places[index]
    reject(fault, line: place.line, rawRecord: Array(batch.rawRows[place.raw]))
  }

  /// Names the first value that differs, and its column.
  private func conflict<Rows: RowReader>(
    _ given: Rows.F, _ recorded: Rows.F, _ rows: Rows
  ) -> RowFault {
    let different = zip(given.values, recorded.values).first { $0.0.text != $0.1.text }?.0
    let field = different.flatMap { Field(word: $0.field) }
    return RowFault(
      column: field.flatMap { rows.columnName($0, of: given) },
      value: different.map { unquoted($0.text) },
      reason: LedgerError.conflict(given: given, recorded: recorded).description)
  }

  private func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }
}
