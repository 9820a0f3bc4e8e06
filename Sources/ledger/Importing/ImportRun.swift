import ArgumentParser
import LedgerCore
import LedgerImport
import SQLiteStorage
import Tabular

/// Loads the files of an import in turn, and shows the outcome.
final class ImportRun {
  private let options: ImportOptions
  private let records: RecordType?
  private let onConflict: ConflictRule
  private let profiles: ImportProfiles
  private let follow: FollowOptions?
  private var sum = ImportSummary()
  /// Whether what was read is recorded for good.
  private var isKept = true

  private var safety: SafetyOptions { options.safety }

  /// `records`: what the rows are; `nil` where the header decides.
  init(
    _ records: RecordType?, _ options: ImportOptions,
    constants: [(field: String, value: String?)], onConflict: ConflictRule = .refuse,
    follow: FollowOptions? = nil
  ) {
    self.options = options
    self.records = records
    self.onConflict = onConflict
    self.follow = follow
    profiles = ImportProfiles(constants: constants, zoneName: options.times.zoneName)
  }

  /// Loads all files.
  ///
  /// Throws status 2 if rows were rejected, and stops at a file that cannot be read.
  func run() throws {
    try validate()
    if options.quiet { Messages.beQuiet() }
    let watch = try ImportWatch(
      follows: follow?.follow ?? false, acknowledges: follow?.ack ?? false,
      isQuiet: options.quiet)
    let profile = try options.profile.map(profiles.chosen)
    defer { if isKept { Messages.show(sum.receipt) } }
    do {
      try options.book.recording { ledger in
        try load(into: ledger, profile, watch)
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
    guard follow?.follow ?? false else { return }
    guard options.input.paths.count == 1 else {
      throw ValidationError("--follow takes one file; - is standard input")
    }
    guard !safety.isWhole else {
      throw ValidationError(
        "--follow records lines as they arrive: leave --dry-run and --strict out")
    }
  }

  private func load(
    into ledger: SQLiteLedger, _ profile: Profile?, _ watch: ImportWatch
  ) throws {
    let importer = Importer(
      repository: ledger, reference: try ledger.reference(), zone: TimeZones.zone)
    let files = try options.input.files()
    let rejectedRows = try RejectedRows(path: safety.rejects)
    try keeping(in: ledger) {
      defer { watch.end() }
      for file in files where !watch.isStopped {
        sum = sum + (try load(file, profile, importer, rejectedRows, watch))
      }
      if safety.isWhole { try watch.checkStopped(isWhole: true) }
    }
    try rejectedRows.finish()
  }

  /// Runs `body`, and keeps what it records as the options say.
  private func keeping(in ledger: SQLiteLedger, _ body: () throws -> ()) throws {
    guard safety.isWhole else { return try body() }
    isKept = false
    try ledger.together(body) { !safety.dryRun && sum.rejected == 0 }
    isKept = !safety.dryRun && sum.rejected == 0
  }

  private func load(
    _ file: String, _ profile: Profile?, _ importer: Importer,
    _ rejectedRows: RejectedRows, _ watch: ImportWatch
  ) throws -> ImportSummary {
    let source = try opened(file)
    watch.begin(source)
    let digest = try digest(of: file, source)
    let command = records?.importCommand ?? "import"
    let note = options.note
    let summary = try importer.run(
      source, as: records, profile: profile, adapting: profiles.adapted,
      acceptsChangedColumns: options.acceptChangedColumns, layout: options.input.layout,
      onConflict: onConflict, rejectionLimit: safety.rejectionLimit,
      draft: { lines in
        let place =
          lines.count == 1
          ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
        return Entry.Draft(
          recordedAt: System.now(), command: command, source: source.name, sourceDigest: digest,
          note: note.map { "\(place); \($0)" } ?? place)
      },
      onHeader: { head in rejectedRows.begin(head) },
      onRejection: { rejection in rejectedRows.add(rejection) },
      keepsRows: rejectedRows.areWritten,
      onRemark: { remark in Messages.remark("\(source.name): \(remark.advice)") },
      tracksLines: watch.tracksLines, afterChunk: { progress in watch.afterChunk(progress) })
    let unused = summary.unusedColumns.filter { !sum.unusedColumns.contains($0) }
    if !unused.isEmpty {
      Messages.remark("\(source.name): not used: \(unused.map(quoted).joined(separator: ", "))")
    }
    return summary
  }

  private func opened(_ file: String) throws -> ByteSource {
    if file == "-" { return .standardInput() }
    do { return try ByteSource(path: file) } catch {
      throw CommandFailure("\(ByteSource.name(ofPath: file)): \(error.advice)", error.code)
    }
  }

  /// The SHA-256 of a file; `nil` for what can be read only once.
  private func digest(of file: String, _ source: ByteSource) throws -> String? {
    source.size == nil || file == "-" ? nil : try sha256(ofFile: file)
  }

  /// Shows what was done before an error; returns why the import failed.
  private func failure(_ error: any Error, _ watch: ImportWatch) throws -> any Error {
    let importError = error as? ImportError
    if let importError { sum = sum + importError.summary }
    showInterruptedTally()
    try watch.checkStopped(isWhole: safety.isWhole)
    guard let importError else { return error }
    let sentence = ImportAdvice(profiles.constants).sentence(importError)
    if safety.isWhole {
      return CommandFailure("\(sentence); nothing was recorded", importError.code)
    }
    if case .ledger(let reason) = importError.reason { return reason }
    return CommandFailure(sentence, importError.code)
  }

  /// Shows what was done before the import stopped, if anything was.
  private func showInterruptedTally() {
    if sum.rows > 0, !safety.isWhole { Messages.remark(ImportTally(sum).text) }
  }

  /// Shows the tally, and throws if rows were rejected.
  private func finish() throws {
    let isRefused = safety.strict && sum.rejected > 0
    Messages.remark(ImportTally(sum, isTrial: safety.dryRun || isRefused).text)
    if isRefused, !safety.dryRun {
      throw CommandFailure("rows were rejected, so --strict recorded nothing")
    }
    if sum.rejected > 0 { throw ExitCode(2) }
  }
}
