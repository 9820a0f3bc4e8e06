import ArgumentParser

/// The options that all imports share.
struct ImportOptions: ParsableArguments {
  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp(
      "What the columns are: a file, or a name from `ledger profiles`.",
      valueName: "profile"))
  var profile: String?
  @Flag(help: "Load a known export even if columns are missing or renamed.")
  var acceptChangedColumns = false
  @OptionGroup var times: TimeOptions
  @Option(help: "A remark, which `ledger log` shows.") var note: String?
  @Option(help: authorHelp) var author: String?
  @OptionGroup var input: InputOptions
  @OptionGroup var safety: SafetyOptions
  @Flag(help: "Show nothing but problems: no progress, no summary.") var quiet = false
}
