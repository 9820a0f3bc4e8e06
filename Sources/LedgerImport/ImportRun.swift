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
  /// Rejections of what is not yet known to be in the book.
  private var untold: [Rejection] = []

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
    func next() -> Portion<Rows.F>? { ahead.map { $0.take() } ?? parser.next() }
    while var portion = next() {
      // A file that is refused at its first row need not be read to its end.
      if !isChecked, !portion.isEmpty {
        do throws(TabularError) { try beforeFirst() } catch { throw .unreadable(error) }
        isChecked = true
      }
      let step = try take(&portion, rows) { ahead?.take(within: Self.wait) }
      if step == .stop {
        summary.isStopped = true
        return
      }
    }
  }

  private func unused(_ columns: [String]) -> [String] {
    earlier.unusedColumns + columns.filter { !earlier.unusedColumns.contains($0) }
  }

  /// Records a chunk and some of the next ones in one transaction, then tells of them in order.
  private mutating func take<Rows: RowReader>(
    _ portion: inout Portion<Rows.F>, _ rows: Rows, _ soon: () -> Portion<Rows.F>?
  ) throws(ImportError.Reason) -> ImportStep {
    let before = summary
    var taken: [Taken] = []
    let start = ContinuousClock.now
    do throws(LedgerError) {
      try Rows.F.together(in: repository) { target throws(LedgerError) in
        while true {
          let chunk = try record(&portion, rows, target)
          taken.append(chunk)
          // A stop, and others who record, wait this long.
          guard chunk.failure == nil, portion.goesOn, target.sales.gainsByMore,
            taken.count < Rows.F.groupSize,
            untold.count < Self.untoldLimit, ContinuousClock.now - start < Self.patience,
            let following = soon()
          else { return }
          portion = following
        }
      }
    } catch {
      summary.forgetRecorded(since: before)
      for rejection in untold { onRejection(rejection) }
      throw .ledger(error)
    }
    return try tell(taken)
  }

  /// What a chunk that is in the book has to tell.
  private struct Taken {
    let rejectionCount: Int
    let progress: ImportProgress
    let failure: ImportError.Reason?
  }

  private static let patience = Duration.seconds(2)
  /// Milliseconds: others who record do not wait for a slow source.
  private static let wait = 100
  private static let untoldLimit = 4000

  /// Tells what was rejected of chunks and how far the import is; asks whether to go on.
  private mutating func tell(_ taken: [Taken]) throws(ImportError.Reason) -> ImportStep {
    var step = ImportStep.goOn
    var start = 0
    for chunk in taken {
      for rejection in untold[start..<start + chunk.rejectionCount] { onRejection(rejection) }
      start += chunk.rejectionCount
      if case .stop = afterChunk(chunk.progress) { step = .stop }
    }
    untold.removeAll()
    if let failure = taken.last?.failure { throw failure }
    return step
  }

  /// Records a chunk, as far as the rejections in it are not too many.
  private mutating func record<Rows: RowReader>(
    _ portion: inout Portion<Rows.F>, _ rows: Rows, _ target: ImportTarget
  ) throws(LedgerError) -> Taken {
    note(portion)
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
    do throws(LedgerError) { refused = try record(portion.batch, rows, target) } catch {
      reject(portion.rejections)
      throw error
    }
    let lastLine = portion.batch.lines.last
    // The next chunk is read beside the one after it.
    portion.batch = Batch(keepsRows: false, roomFor: .init())
    let rejections = (portion.rejections + refused).inOrderOfLines
    reject(rejections)
    defer { lines.removeAll() }
    return Taken(
      rejectionCount: rejections.count,
      progress: ImportProgress(summary: summary, bytesRead: portion.bytesRead, lines: lines),
      failure: failure(of: portion, lastLine))
  }

  /// Notes what is known of the file by the end of a chunk.
  private mutating func note<F>(_ portion: Portion<F>) {
    summary.unusedColumns = unused(mapping.unusedColumns + portion.laterColumns)
    summary.strayMarks = earlier.strayMarks + portion.strayMarks
    summary.foldedTexts = earlier.foldedTexts + portion.foldedTexts
    summary.lastOrder = portion.lastOrder
    summary.mayBeComplete =
      earlier.mayBeComplete || !mapping.profile.isOwn && portion.isOfManyStatuses
  }

  /// Why no chunk comes after this one, if that is a failure.
  private func failure<F>(of portion: Portion<F>, _ lastLine: Int?) -> ImportError.Reason? {
    switch portion.end {
    case .chunk:
      guard let rejectionLimit, summary.rejected > rejectionLimit, let lastLine else { return nil }
      return .tooManyRejections(line: lastLine)
    case .file: return nil
    case .failure(let reason): return reason
    }
  }

  private mutating func note(_ line: Int, _ result: LineOutcome.Result, entry: Int64? = nil) {
    if tracksLines { lines.append(LineOutcome(line: line, result: result, entry: entry)) }
  }

  private mutating func reject(_ rejections: [Rejection]) {
    summary.rejected += Int64(rejections.count)
    for rejection in rejections { note(rejection.line, .rejected) }
    untold += rejections
  }

  /// Records a batch in one entry, and returns what the ledger does not take.
  private mutating func record<Rows: RowReader>(
    _ batch: Batch<Rows.F>, _ rows: Rows, _ target: ImportTarget
  ) throws(LedgerError) -> [Rejection] {
    guard let first = batch.lines.first, let last = batch.lines.last else { return [] }
    var draft = draft(first...last)
    draft.chunk = Entry.Chunk(first: summary.entries?.lowerBound)
    let recording = try Rows.F.record(batch.facts, as: draft, in: target, onConflict: onConflict)
    if let entries = recording.entries { summary.include(entries, receipt: recording.receipt) }
    if let sales = batch.facts as? SaleBatch { summary.spans.add(sales) }
    let plain = recording.outcomes.plain
    summary.recorded += Int64(plain.recorded)
    let repeats = allowsRepeats ? [:] : batch.repeats(recording.outcomes)
    var refused = try recordCredits(
      of: batch, without: repeats, recording.outcomes, as: draft, target)
    summary.alreadyRecorded += Int64(plain.alreadyRecorded - repeats.count)
    for (index, line) in repeats.sorted(by: { $0.key < $1.key }) {
      refused.append(
        rejection(batch.place(index), batch, RowFault(reason: .repeatedRow(line: line))))
    }
    for (index, outcome) in recording.outcomes.others {
      switch outcome {
      case .recorded, .alreadyRecorded: break
      case .restated: summary.restated += 1
      case .conflicting(let recorded):
        refused.append(
          rejection(batch.place(index), batch, conflict(batch.facts[index], recorded, rows)))
      case .refused(let error):
        refused.append(rejection(batch.place(index), batch, RowFault(error, in: mapping)))
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

  /// Records what sold those facts of a batch that are in the book; returns what is not taken.
  private mutating func recordCredits<F>(
    of batch: Batch<F>, without repeats: [Int: Int], _ outcomes: Outcomes<F>,
    as draft: Entry.Draft, _ target: ImportTarget
  ) throws(LedgerError) -> [Rejection] {
    guard !batch.credits.isEmpty else { return [] }
    let refused = outcomes.others.filter { other in
      switch other.outcome {
      case .conflicting, .refused: true
      default: false
      }
    }
    let left = Set(refused.map(\.place)).union(repeats.keys)
    let credits = batch.credits.filter { !left.contains($0.place) }
    guard !credits.isEmpty else { return [] }
    var draft = draft
    draft.chunk = Entry.Chunk(first: summary.entries?.lowerBound)
    let recording = try target.repository.record(credits.map(\.credit), as: draft)
    if let entry = recording.entry { summary.include(entry...entry, receipt: recording.receipt) }
    summary.recorded += Int64(recording.results.plain.recorded)
    summary.alreadyRecorded += Int64(recording.results.plain.alreadyRecorded)
    return recording.results.others.compactMap { place, outcome in
      let (line, credit) = credits[place]
      switch outcome {
      case .conflicting(let recorded):
        let reason = RejectionReason.ledger(.conflict(given: credit, recorded: recorded))
        return rejection(
          batch.place(line), batch,
          RowFault(column: mapping.columnName(.creator), value: credit.creator, reason: reason))
      case .refused(let error):
        return rejection(batch.place(line), batch, RowFault(error, in: mapping))
      default: return nil
      }
    }
  }

  /// Notes what became of the lines of a batch, but for those that were refused.
  private mutating func note<F>(
    _ recording: BatchRecording<F>, of batch: Batch<F>, but repeats: [Int: Int]
  ) {
    let entry = recording.entries?.upperBound
    for (index, line) in batch.lines.enumerated() where index < recording.outcomes.count {
      switch recording.outcomes[index] {
      case .recorded: note(line, .recorded, entry: entry)
      case .restated: note(line, .restated, entry: entry)
      case .alreadyRecorded:
        if repeats[index] == nil { note(line, .alreadyRecorded) }
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
