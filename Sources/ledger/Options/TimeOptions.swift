import ArgumentParser

/// The zone of times without one.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp(
      "The zone of times without one: Europe/London, UTC or +01:00.", valueName: "zone"))
  var zoneName: String?
}
