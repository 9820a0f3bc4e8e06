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
  let beforeFirst: () throws(TabularError) -> Void
  let draft: (ClosedRange<Int>) -> Entry.Draft
  let onRejection: (Rejection) -> Void
  let keepsRows: Bool
  let tracksLines: Bool
  let allowsRepeats: Bool
  let afterChunk: (ImportProgress) -> ImportStep
  var summary: ImportSummary
  /// The summary of the sheets or files before it, which are of the same file.
  private let earlier: ImportSummary
  private let sumsUp: Bool
  private var lines: [LineOutcome] = []

  init(
    _ plan: Importer.Plan, _ repository: Importer.Repository, _ mapping: Mapping,
    after earlier: ImportSummary
  ) {
    file = plan.file
    self.repository = repository
    self.mapping = mapping
    onConflict = plan.onConflict
    rejectionLimit = plan.rejectionLimit
    beforeFirst = plan.beforeFirst
    draft = plan.draft
    onRejection = plan.onRejection
    keepsRows = plan.keepsRows
    tracksLines = plan.tracksLines
    allowsRepeats = plan.allowsRepeats
    afterChunk = plan.afterChunk
    self.earlier = earlier
    sumsUp = plan.sumsUp
    summary = earlier
    summary.unusedColumns = unused(mapping.unusedColumns)
  }

  /// Reads all rows, unless it is stopped, and records what they hold: the next chunk is read
  /// while one is recorded.
  mutating func load<Reader: RecordReader & ~Copyable, Rows: RowReader>(
    _ reader: consuming Reader, _ rows: Rows
  ) throws(ImportError.Reason) {
    let parser = SharedRowParser(
      RowParser(
        reader, rows, shapes: RowShapes(mapping.profile), file: file, tracksLines: tracksLines,
        keepsRows: keepsRows))
    let ahead = Handover.making { parser.next() }
    defer { ahead?.close() }
    var isChecked = false
    while let portion = ahead.map({ $0.take() }) ?? parser.next() {
      summary.unusedColumns = unused(mapping.unusedColumns + portion.laterColumns)
      summary.strayMarks = earlier.strayMarks + portion.strayMarks
      summary.foldedTexts = earlier.foldedTexts + portion.foldedTexts
      summary.lastOrder = portion.lastOrder
      summary.mayBeComplete =
        earlier.mayBeComplete || !mapping.profile.isOwn && portion.isOfManyStatuses
      // A file that is refused at its first row need not be read to its end.
      if !isChecked, !portion.isEmpty {
        do throws(TabularError) { try beforeFirst() } catch { throw .unreadable(error) }
        isChecked = true
      }
      if try take(portion, rows) == .stop {
        summary.isStopped = true
        return
      }
    }
  }

  private func unused(_ columns: [String]) -> [String] {
    earlier.unusedColumns + columns.filter { !earlier.unusedColumns.contains($0) }
  }

  /// Records a chunk, and tells what of it is rejected, in the order of its lines.
  private mutating func take<Rows: RowReader>(
    _ portion: Portion<Rows.F>, _ rows: Rows
  ) throws(ImportError.Reason) -> ImportStep {
    var portion = portion
    if let rejectionLimit,
      let mark = portion.marks.first(where: {
        summary.rejected + Int64($0.rejectionCount) > rejectionLimit
      })
    {
      portion.end(at: mark)
    }
    summary.rows += portion.tally.rows
    summary.skipped += portion.tally.skipped
    summary.skippedByName.merge(portion.tally.skippedByName, uniquingKeysWith: +)
    summary.noValue += portion.tally.noValue
    for line in portion.skippedLines { note(line, .skipped) }
    let refused: [Rejection]
    do throws(ImportError.Reason) { refused = try record(portion.batch, rows) } catch {
      tell(portion.rejections)
      throw error
    }
    tell((portion.rejections + refused).inOrderOfLines)
    let step = step(portion)
    switch portion.end {
    case .chunk:
      if let rejectionLimit, summary.rejected > rejectionLimit, let last = portion.batch.places.last
      {
        throw .tooManyRejections(line: last.line)
      }
      return step
    case .file: return step
    case .failure(let reason): throw reason
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

  private mutating func tell(_ rejections: [Rejection]) {
    for rejection in rejections {
      summary.rejected += 1
      note(rejection.line, .rejected)
      onRejection(rejection)
    }
  }

  /// Records a batch in one entry, and returns what the ledger does not take.
  private mutating func record<Rows: RowReader>(
    _ batch: Batch<Rows.F>, _ rows: Rows
  ) throws(ImportError.Reason) -> [Rejection] {
    guard let first = batch.places.first, let last = batch.places.last else { return [] }
    let recording: BatchRecording<Rows.F>
    do throws(LedgerError) {
      var draft = draft(first.line...last.line)
      draft.chunk = Entry.Chunk(first: summary.entries?.lowerBound)
      recording = try Rows.F.record(
        batch.facts, as: draft, in: repository, onConflict: onConflict)
    } catch {
      throw .ledger(error)
    }
    if let entries = recording.entries { summary.include(entries, receipt: recording.receipt) }
    if let sales = batch.facts as? SaleBatch { summary.spans.add(sales) }
    let plain = recording.outcomes.plain
    summary.recorded += Int64(plain.recorded)
    let repeats = allowsRepeats ? [:] : batch.repeats(recording.outcomes)
    summary.alreadyRecorded += Int64(plain.alreadyRecorded - repeats.count)
    var refused: [Rejection] = []
    for (index, line) in repeats.sorted(by: { $0.key < $1.key }) {
      refused.append(
        rejection(batch.places[index], batch, RowFault(reason: .repeatedRow(line: line))))
    }
    for (index, outcome) in recording.outcomes.others {
      switch outcome {
      case .recorded, .alreadyRecorded: break
      case .restated: summary.restated += 1
      case .conflicting(let recorded):
        refused.append(
          rejection(batch.places[index], batch, conflict(batch.facts[index], recorded, rows)))
      case .refused(let error):
        refused.append(rejection(batch.places[index], batch, RowFault(error, in: mapping)))
      }
    }
    if tracksLines { note(recording, of: batch, but: repeats) }
    if sumsUp {
      var sums = summary.sums.take() ?? ImportSums()
      sums.add(batch, recording.outcomes, but: repeats)
      summary.sums = sums
    }
    return refused
  }

  /// Notes what became of the lines of a batch, but for those that were refused.
  private mutating func note<F>(
    _ recording: BatchRecording<F>, of batch: Batch<F>, but repeats: [Int: Int]
  ) {
    let entry = recording.entries?.upperBound
    for (index, place) in batch.places.enumerated() where index < recording.outcomes.count {
      switch recording.outcomes[index] {
      case .recorded: note(place.line, .recorded, entry: entry)
      case .restated: note(place.line, .restated, entry: entry)
      case .alreadyRecorded:
        if repeats[index] == nil { note(place.line, .alreadyRecorded) }
      case .conflicting, .refused: break
      }
    }
  }

  private func rejection<F>(
    _ place: Batch<F>.Place, _ batch: Batch<F>, _ fault: RowFault
  ) -> Rejection {
    Rejection(
      file: file, line: place.line, column: fault.column, value: fault.value,
      reason: fault.reason, rawRecord: Array(batch.rawRows[place.raw]))
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
      reason: .ledger(.conflict(given: given, recorded: recorded)))
  }

  private func unquoted(_ text: String) -> String {
    guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }
}

extension [Rejection] {
  /// Of one line, what cannot be read comes before what the ledger does not take.
  fileprivate var inOrderOfLines: [Rejection] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
