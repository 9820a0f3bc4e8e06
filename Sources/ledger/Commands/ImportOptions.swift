import ArgumentParser
import LedgerCore
import LedgerImport
import SQLiteStorage
import Tabular

/// What the imports share.
struct ImportOptions: ParsableArguments {
  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp(
      "A file that says which column is what, or a name of `ledger profiles`.",
      valueName: "profile"))
  var profile: String?
  @Flag(help: "Load what is left of a known export that has lost or renamed columns.")
  var acceptChangedColumns = false
  @OptionGroup var times: TimeOptions
  @Option(help: "Anything else worth saying; `ledger log` shows it.") var note: String?
  @OptionGroup var input: InputOptions
  @OptionGroup var care: CareOptions
  @Flag(help: "Say nothing but what is wrong: no progress, no summary.") var quiet = false

  /// Loads the files in turn.
  ///
  /// Throws status 2 where rows were rejected, and stops at a file that cannot be read.
  func run(
    _ records: RecordType?, constants: [(field: String, value: String?)],
    onConflict: ConflictRule = .refuse, follow: FollowOptions? = nil
  ) throws {
    let follows = follow?.follow ?? false
    try checkPaths(follows: follows)
    if quiet { Talk.beQuiet() }
    let watch = try ImportWatch(
      follows: follows, acknowledges: follow?.ack ?? false, isQuiet: quiet)
    let adapting = { (profile: Profile) throws(ProfileError) in try adapted(profile, constants) }
    let profile = try chosenProfile(constants, adapting)
    var sum = ImportSummary()
    var receipt: Receipt?
    defer { Talk.tell(receipt) }
    do {
      try book.recording(tellsReceipt: false) { ledger in
        defer { receipt = ledger.lastReceipt }
        let importer = Importer(
          repository: ledger, reference: try ledger.reference(), zone: TimeZones.zone)
        let files = try input.files()
        try care.guarding(ledger) { desk in
          defer { watch.end() }
          for file in files where !watch.isStopped {
            sum =
              sum
              + (try load(
                file, records, profile, adapting, onConflict, with: importer, after: sum,
                desk: desk, watch: watch))
          }
          if care.isWhole { try watch.checkStopped(isWhole: true) }
          return sum
        }
      }
    } catch let error as ImportError {
      if watch.isStopped {
        tellOfInterrupted(sum + error.summary)
        try watch.checkStopped(isWhole: care.isWhole)
      }
      let sentence = ImportAdvice(constants).sentence(error)
      if care.isWhole { throw CommandFailure("\(sentence); nothing was recorded", error.code) }
      tellOfInterrupted(sum + error.summary)
      if case .ledger(let reason) = error.reason { throw reason }
      throw CommandFailure(sentence, error.code)
    } catch {
      tellOfInterrupted(sum)
      try watch.checkStopped(isWhole: care.isWhole)
      throw error
    }
    if watch.isStopped {
      tellOfInterrupted(sum)
      try watch.checkStopped(isWhole: false)
    }
    let isRefused = care.strict && sum.rejected > 0
    Talk.remark(ImportTally(sum, isTrial: care.dryRun || isRefused).text)
    if isRefused, !care.dryRun {
      throw CommandFailure("rows were rejected, and --strict then records nothing of the import")
    }
    if sum.rejected > 0 { throw ExitCode(2) }
  }

  private func checkPaths(follows: Bool) throws {
    guard !input.paths.isEmpty else {
      throw ValidationError("Missing expected argument '<file> ...'")
    }
    if follows, input.paths.count != 1 {
      throw ValidationError("--follow takes one file, mostly - for standard input")
    }
    if follows, care.isWhole {
      throw ValidationError(
        "--follow records lines as they come, which --dry-run and --strict do not allow")
    }
  }

  /// Says what was done before the import stopped, if anything was.
  private func tellOfInterrupted(_ sum: ImportSummary) {
    if sum.rows > 0, !care.isWhole { Talk.remark(ImportTally(sum).text) }
  }

  private func load(
    _ file: String, _ records: RecordType?, _ profile: Profile?,
    _ adapting: @escaping (Profile) throws(ProfileError) -> Profile, _ onConflict: ConflictRule,
    with importer: Importer, after sum: ImportSummary, desk: RejectionDesk, watch: ImportWatch
  ) throws -> ImportSummary {
    let source = try opened(file)
    watch.begin(source)
    let digest = try digest(of: file, source)
    let note = note
    let summary = try importer.run(
      source, as: records, profile: profile, adapting: adapting,
      acceptsChangedColumns: acceptChangedColumns, layout: input.layout,
      onConflict: onConflict, rejectionLimit: care.rejectionLimit,
      draft: { lines in
        let place =
          lines.count == 1
          ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
        return Entry.Draft(
          recordedAt: System.now(), command: "import" + (records.map { " \($0.rawValue)" } ?? ""),
          source: source.name,
          sourceDigest: digest, note: note.map { "\(place); \($0)" } ?? place)
      },
      onHeader: { head in desk.begin(head) },
      onRejection: { rejection in desk.take(rejection) }, keepsRows: desk.wantsRows,
      onRemark: { remark in Talk.remark("\(source.name): \(remark.advice)") },
      tracksLines: watch.tracksLines, afterChunk: { progress in watch.afterChunk(progress) })
    let unused = summary.unusedColumns.filter { !sum.unusedColumns.contains($0) }
    if !unused.isEmpty {
      Talk.remark("\(source.name): not used: \(unused.map(quoted).joined(separator: ", "))")
    }
    return summary
  }

  /// The profile that was named: a file, or else one that the program knows; `nil` for none.
  private func chosenProfile(
    _ constants: [(field: String, value: String?)],
    _ adapting: (Profile) throws(ProfileError) -> Profile
  ) throws -> Profile? {
    guard let profile else { return nil }
    let isName = !profile.contains("/") && !profile.hasSuffix(".toml")
    do {
      // A name is never a file by accident, nor a file a name: ./NAME is the file.
      if isName, let known = try KnownExports.profile(profile) { return try adapting(known) }
      guard let bytes = System.contents(of: profile, limit: 1 << 20) else {
        throw CommandFailure(
          "profile \(quoted(profile)) cannot be read: check its name"
            + (isName ? "; `ledger profiles` lists those that need no file" : ""))
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CommandFailure("profile \(quoted(profile)) is not UTF-8 text", .invalid)
      }
      let name = profile.split(separator: "/").last.map(String.init) ?? profile
      return try adapting(try Profile(toml: text, name: name))
    } catch let error as ProfileError {
      throw CommandFailure(ImportAdvice(constants).sentence(error), error.code)
    }
  }

  private func adapted(
    _ profile: Profile, _ constants: [(field: String, value: String?)]
  ) throws(ProfileError) -> Profile {
    var profile = profile
    for (field, value) in constants {
      if let value { profile = try profile.settingConstant(field, value) }
    }
    return times.zoneName.map(profile.settingTimeZone) ?? profile
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
}

/// The last line of an import.
struct ImportTally {
  let text: String

  init(_ summary: ImportSummary, isTrial: Bool = false) {
    var parts = [
      "\(isTrial ? "would record" : "recorded") \(grouped(summary.recorded))",
      "already recorded \(grouped(summary.alreadyRecorded))",
      "rejected \(grouped(summary.rejected))",
    ]
    if summary.restated > 0 { parts.insert("restated \(grouped(summary.restated))", at: 1) }
    if summary.skipped > 0 { parts.append("skipped \(grouped(summary.skipped))") }
    if summary.noValue > 0 { parts.append("no value \(grouped(summary.noValue))") }
    var text = parts.joined(separator: ", ")
    if isTrial {
      text += "; nothing was recorded"
    } else if let entries = summary.entries {
      text +=
        entries.count == 1
        ? " (entry \(entries.lowerBound))"
        : " (entries \(entries.lowerBound)–\(entries.upperBound))"
    }
    self.text = text
  }
}
