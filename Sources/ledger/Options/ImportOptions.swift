import ArgumentParser

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
  @OptionGroup var safety: SafetyOptions
  @Flag(help: "Say nothing but what is wrong: no progress, no summary.") var quiet = false
}
