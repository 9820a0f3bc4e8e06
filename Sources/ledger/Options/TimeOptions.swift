import ArgumentParser

/// The zone of times without one.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp(
      "The zone of times without one, such as Europe/London (default: the setting zone.XX).",
      valueName: "zone"))
  var zoneName: String?
}
