import ArgumentParser

/// As of when a report on a market answers.
struct AsOfOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time.",
      valueName: "when"))
  var asOf: String?
}
