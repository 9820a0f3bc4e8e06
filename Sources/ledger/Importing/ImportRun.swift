import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerKit

/// Loads the files of an import in turn, and shows the outcome.
final class ImportRun {
  let options: ImportOptions
  private let follow: FollowOptions?
  private let advice: ImportAdvice
  /// The time of which the files have all sales, in words.
  let complete: String?
  private var request: ImportRequest
  var sum = ImportSummary()
  /// An entry of each file, with which all of the file can be taken back.
  var firstEntries: [Int64] = []
  /// Whether what was read is recorded for good.
  private var isKept = true

  var safety: SafetyOptions { options.safety }

  /// `records`: what the rows are; `nil` where the header decides.
  init(
    _ records: RecordType?, _ options: ImportOptions,
    constants: [(field: String, value: String?)], onConflict: ConflictRule = .refuse,
    follow: FollowOptions? = nil, complete: String? = nil
  ) {
    self.options = options
    self.follow = follow
    self.complete = complete
    advice = ImportAdvice(constants)
    request = ImportRequest(records)
    request.profile = options.profile
    request.constants = constants.compactMap { field, value in value.map { (field, $0) } }
    request.zone = options.times.zoneName
    request.acceptsChangedColumns = options.acceptChangedColumns
    request.layout = options.input.layout
    request.onConflict = onConflict
    request.rejectionLimit = options.safety.rejectionLimit
    request.note = options.note
    request.sumsUp = options.safety.isTrial
    request.explains = options.safety.explain
    request.command = records?.importCommand ?? "import"
  }

  /// Loads all files.
  ///
  /// Throws status 2 if rows were rejected or something else was left out, and stops at a file that
  /// cannot be read.
  func run() throws {
    try validate()
    request.author = try Author.name(options.author)
    if options.quiet { Messages.beQuiet() }
    let watch = try ImportWatch(
      follows: follow?.follow ?? false, acknowledges: follow?.ack ?? false,
      isQuiet: options.quiet)
    request.following = watch.following
    defer { if isKept { Messages.show(sum.receipt) } }
    do {
      try options.book.recording { book in
        try load(into: book, watch)
        return nil
      }
    } catch { throw try failure(error, watch) }
    if watch.isStopped {
      showInterruptedTally()
      try watch.checkStopped(isWhole: false)
    }
    try finish()
  }

  private func validate() throws {
    guard !options.input.paths.isEmpty else {
      throw ValidationError("Missing expected argument '<file> ...'")
    }
    if let complete { _ = try CoverageWords.stretch(complete) }
    guard follow?.follow ?? false else { return }
    guard complete == nil else {
      throw ValidationError("--complete is for files that end: leave --follow out")
    }
    guard options.input.paths.count == 1 else {
      throw ValidationError("--follow takes one file; - is standard input")
    }
    guard !safety.isWhole else {
      throw ValidationError(
        "--follow records lines as they arrive: leave --dry-run and --strict out")
    }
  }

  private func load(into book: Book, _ watch: ImportWatch) throws {
    let files = try ImportFiles(options.input.paths)
    for remark in files.remarks { Messages.remark(remark) }
    let rejectedRows = try RejectedRows(path: safety.rejects, like: book.place)
    try keeping(in: book.ledger) {
      defer { watch.end() }
      defer { rejectedRows.sumUp() }
      for planned in try book.planned(files.paths, request) where !watch.isStopped {
        let file = planned.path
        let summary = try load(
          planned, of: files, FileObserver(watch: watch, rejectedRows: rejectedRows), into: book)
        rejectedRows.sumUp()
        if let entry = summary.entries?.lowerBound { firstEntries.append(entry) }
        for omission in summary.omissions {
          Messages.show("\(Book.name(ofFile: file)): \(omission.advice)")
        }
        request.continuing = summary.lastOrder
        show(unused: summary.unusedColumns, of: file)
        show(strayMarks: summary.strayMarks, of: file)
        show(foldedTexts: summary.foldedTexts, of: file)
        try show(credits: summary, of: file, in: book)
        try show(marks: summary, of: file, in: book)
        if complete == nil { try offerCoverage(summary, of: file, in: book) }
        sum = sum + summary
      }
      if !watch.isStopped { try recordCoverage(in: book) }
      try proposeSameShows(in: book)
      if safety.isWhole { try watch.checkStopped(isWhole: true) }
    }
    try rejectedRows.finish()
  }

  /// Loads a file; one of a folder that is refused is named, and left out.
  private func load(
    _ file: PlannedImport, of files: ImportFiles, _ observer: FileObserver, into book: Book
  ) throws -> ImportSummary {
    var own = file.request
    own.continuing = request.continuing
    do { return try book.importFile(file.path, own, observer: observer) } catch let error
      as ImportError where error.refusesFile && files.ofFolders.contains(file.path)
    {
      Messages.show(advice.sentence(error))
      var summary = error.summary
      summary.omissions.append(.fileLeftOut)
      return summary
    }
  }

  /// Runs `body`, and keeps what it records as the options say.
  private func keeping(in ledger: any Ledger, _ body: () throws -> ()) throws {
    guard safety.isWhole else { return try body() }
    isKept = false
    try ledger.together(body) { !safety.isTrial && sum.isWhole }
    isKept = !safety.isTrial && sum.isWhole
  }

  private func show(unused columns: [String], of file: String) {
    let unused = columns.filter { !sum.unusedColumns.contains($0) }
    guard !unused.isEmpty else { return }
    Messages.remark(
      "\(Book.name(ofFile: file)): not used: \(unused.map(quoted).joined(separator: ", "))")
  }

  private func show(strayMarks: Int, of file: String) {
    guard strayMarks > 0 else { return }
    let lines = strayMarks == 1 ? "1 line" : "\(strayMarks) lines"
    Messages.remark(
      "\(Book.name(ofFile: file)): \(lines) after the first began with a byte order mark, which "
        + "was dropped: were files joined?")
  }

  private func show(foldedTexts: Int, of file: String) {
    guard foldedTexts > 0 else { return }
    let texts = foldedTexts == 1 ? "1 title or product" : "\(foldedTexts) titles or products"
    Messages.remark(
      "\(Book.name(ofFile: file)): \(texts) had line breaks or spaces at an end: a line break is "
        + "recorded as a space, and spaces at the ends are not")
  }

  /// Shows what was done before an error; returns why the import failed.
  private func failure(_ error: any Error, _ watch: ImportWatch) throws -> any Error {
    let importError = error as? ImportError
    if let importError {
      sum = sum + importError.summary
      if let entry = importError.summary.entries?.lowerBound { firstEntries.append(entry) }
    }
    showInterruptedTally()
    try watch.checkStopped(isWhole: safety.isWhole)
    if let error = error as? ProfileError {
      return CommandFailure(advice.sentence(error), error.code)
    }
    guard let importError else { return error }
    let sentence = advice.sentence(importError)
    if safety.isWhole {
      return CommandFailure("\(sentence); nothing was recorded", importError.code)
    }
    if case .ledger(let reason) = importError.reason { return reason }
    return CommandFailure(sentence, importError.code)
  }

  /// Shows what was done before the import stopped, if anything was.
  private func showInterruptedTally() {
    guard sum.rows > 0, !safety.isWhole else { return }
    Messages.remark(ImportTally(sum).text)
    showVoid()
  }

  /// Shows how to take back what was recorded, the latest first.
  private func showVoid() {
    guard let last = firstEntries.last else { return }
    let others = firstEntries.dropLast().reversed().map(String.init)
    let rest = others.isEmpty ? "" : ", and so for " + others.joined(separator: ", ")
    Messages.remark("to take this back: `ledger void \(last) --reason …`\(rest)")
  }

  /// Shows the tally, and throws if rows were rejected.
  private func finish() throws {
    let isRefused = safety.strict && !sum.isWhole
    Messages.remark(ImportTally(sum, isTrial: safety.isTrial || isRefused).text)
    sum.sums?.lines.forEach(Messages.remark)
    if isKept { showVoid() }
    if isRefused, !safety.isTrial {
      let what = sum.rejected > 0 ? "rows were rejected" : "not all of it was read"
      throw CommandFailure("\(what), so --strict recorded nothing")
    }
    if !sum.isWhole { throw ExitCode(2) }
  }
}

/// Shows the import of a file as it goes.
private struct FileObserver: ImportObserver {
  let watch: ImportWatch
  let rejectedRows: RejectedRows

  var needsRows: Bool { rejectedRows.areWritten }
  var needsLines: Bool { watch.tracksLines }

  func begin(_ file: String, size: Int?) { watch.begin(file, size: size) }
  func read(_ header: TableHead) { rejectedRows.begin(header) }
  func reject(_ rejection: Rejection) { rejectedRows.add(rejection) }
  func remark(_ remark: ImportRemark, in file: String) {
    Messages.remark("\(file): \(remark.advice)")
  }
  func afterChunk(_ progress: ImportProgress) -> ImportStep { watch.afterChunk(progress) }
}
