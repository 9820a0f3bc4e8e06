import ArgumentParser

/// The zone of times without one.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp(
      "The zone of times without one, such as Europe/London (default: the market's).",
      valueName: "zone"))
  var zoneName: String?
}
