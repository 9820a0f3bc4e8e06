import ArgumentParser

/// What an import records if rows are rejected.
struct SafetyOptions: ParsableArguments {
  @Flag(help: "Record nothing, and show what would be recorded.")
  var dryRun = false
  @Flag(help: "Record nothing, and show what becomes of each cell of the first rows.")
  var explain = false
  @Flag(help: "Record nothing if any row is rejected.")
  var strict = false
  @Option(
    help: ArgumentHelp(
      "Write rejected rows to a new CSV file, with line and reason.", valueName: "file"))
  var rejects: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Stop a file after this many rejected rows (0: no limit).", valueName: "number"))
  var limitRejects: Int64 = 1000

  /// Whether all files are recorded together, or nothing of them.
  var isWhole: Bool { isTrial || strict }

  /// Whether nothing is recorded.
  var isTrial: Bool { dryRun || explain }

  /// The most rejections of one file; `nil` for no limit.
  var rejectionLimit: Int64? { limitRejects == 0 ? nil : limitRejects }

  func validate() throws {
    if limitRejects < 0 { throw ValidationError("--limit-rejects is 0 or more") }
  }
}
