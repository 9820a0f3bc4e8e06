import ArgumentParser

/// How large an answer may be, and how long it may take.
struct SQLLimitOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most rows to show, 0 or more (default: all).", valueName: "number"))
  var limit: RowLimit?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How long it may take: 500ms, 30s, 5m or 1h.", valueName: "time"))
  var timeout = SQLTimeout.standard

  /// The options as arguments of the program.
  var arguments: [String] {
    ["--timeout=\(timeout)"] + (limit.map { ["--limit=\($0.count)"] } ?? [])
  }
}
