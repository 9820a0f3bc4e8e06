import ArgumentParser

/// As of when a list of no single market answers.
struct UTCAsOfOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time, in UTC.",
      valueName: "when"))
  var asOf: String?
}
