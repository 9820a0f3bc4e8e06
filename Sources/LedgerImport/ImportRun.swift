import LedgerCore
import Tabular
import Threads

/// One file on its way into the ledger.
struct ImportRun {
  let file: String
  let repository: Importer.Repository
  let mapping: Mapping
  let onConflict: ConflictRule
  let rejectionLimit: Int64?
  let draft: (ClosedRange<Int>) -> Entry.Draft
  let onRejection: (Rejection) -> Void
  let tracksLines: Bool
  let afterChunk: (ImportProgress) -> ImportStep
  var summary: ImportSummary
  private var lines: [LineOutcome] = []

  init(_ plan: Importer.Plan, _ repository: Importer.Repository, _ mapping: Mapping) {
    file = plan.file
    self.repository = repository
    self.mapping = mapping
    onConflict = plan.onConflict
    rejectionLimit = plan.rejectionLimit
    draft = plan.draft
    onRejection = plan.onRejection
    tracksLines = plan.tracksLines
    afterChunk = plan.afterChunk
    summary = ImportSummary()
    summary.unusedColumns = mapping.unusedColumns
  }

  /// Reads all rows, unless it is stopped, and records what they hold: the next chunk is read
  /// while one is recorded.
  mutating func load<Reader: RecordReader & ~Copyable, Rows: RowReader>(
    _ reader: consuming Reader, _ rows: Rows
  ) throws(ImportError.Reason) {
    let parser = SharedRowParser(
      RowParser(reader, rows, file: file, tracksLines: tracksLines))
    let ahead = Handover.making { parser.next() }
    defer { ahead?.close() }
    var chunk = Batch<Rows.F>()
    while let portion = ahead.map({ $0.take() }) ?? parser.next() {
      summary.unusedColumns = mapping.unusedColumns + portion.laterColumns
      if try take(portion, into: &chunk, rows) == .stop { return }
    }
  }

  /// Tells of what is rejected, and records the chunk if the portion ends it.
  private mutating func take<Rows: RowReader>(
    _ portion: Portion<Rows.F>, into chunk: inout Batch<Rows.F>, _ rows: Rows
  ) throws(ImportError.Reason) -> ImportStep {
    var told = 0
    for mark in portion.marks {
      tell(portion.rejections[told..<mark.rejectionCount])
      told = mark.rejectionCount
      guard let rejectionLimit, summary.rejected > rejectionLimit else { continue }
      count(mark.tally)
      var batch = portion.batch
      batch.keep(mark.factCount)
      chunk.append(batch)
      try record(&chunk, rows)
      _ = step(portion)
      throw .tooManyRejections(line: mark.line)
    }
    tell(portion.rejections[told...])
    count(portion.tally)
    for line in portion.skippedLines { note(line, .skipped) }
    chunk.append(portion.batch)
    switch portion.end {
    case .more: return .goOn
    case .chunk, .file:
      try record(&chunk, rows)
      return step(portion)
    case .failure(let reason):
      try record(&chunk, rows)
      _ = step(portion)
      throw reason
    }
  }

  /// Tells what has been done by the end of a chunk, and asks whether to go on.
  private mutating func step(_ portion: Portion<some ImportedFact>) -> ImportStep {
    defer { lines.removeAll() }
    return afterChunk(
      ImportProgress(summary: summary, bytesRead: portion.bytesRead, lines: lines))
  }

  private mutating func note(_ line: Int, _ result: LineOutcome.Result, entry: Int64? = nil) {
    if tracksLines { lines.append(LineOutcome(line: line, result: result, entry: entry)) }
  }

  private mutating func count(_ tally: Portion<some ImportedFact>.Tally) {
    summary.rows += tally.rows
    summary.skipped += tally.skipped
    summary.noValue += tally.noValue
  }

  private mutating func tell(_ rejections: ArraySlice<Rejection>) {
    for rejection in rejections {
      summary.rejected += 1
      note(rejection.line, .rejected)
      onRejection(rejection)
    }
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
    let plain = recording.outcomes.plain
    summary.recorded += Int64(plain.recorded)
    summary.alreadyRecorded += Int64(plain.alreadyRecorded)
    for (index, outcome) in recording.outcomes.others {
      switch outcome {
      case .recorded, .alreadyRecorded: break
      case .restated: summary.restated += 1
      case .conflicting(let recorded):
        refuse(batch, index, conflict(batch.facts[index], recorded, rows))
      case .refused(let error): refuse(batch, index, RowFault(error, in: mapping))
      }
    }
    if tracksLines { note(recording, of: batch) }
    batch = Batch()
  }

  /// Notes what became of the lines of a batch, but for those that were refused.
  private mutating func note<F>(_ recording: BatchRecording<F>, of batch: Batch<F>) {
    let entry = recording.entries?.upperBound
    for (index, place) in batch.places.enumerated() where index < recording.outcomes.count {
      switch recording.outcomes[index] {
      case .recorded: note(place.line, .recorded, entry: entry)
      case .restated: note(place.line, .restated, entry: entry)
      case .alreadyRecorded: note(place.line, .alreadyRecorded)
      case .conflicting, .refused: break
      }
    }
  }

  private mutating func refuse<F>(_ batch: Batch<F>, _ index: Int, _ fault: RowFault) {
    let place = batch.places[index]
    tell([
      Rejection(
        file: file, line: place.line, column: fault.column, value: fault.value,
        reason: fault.reason, rawRecord: Array(batch.rawRows[place.raw]))
    ])
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
