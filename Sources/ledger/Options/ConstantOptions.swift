import ArgumentParser

/// Values for all rows of an export, which lacks these columns.
struct ConstantOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The show of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: ArgumentHelp("The currency of all rows.", valueName: "code")) var currency: String?
  @Option(help: ArgumentHelp("The creator of all shows.", valueName: "name")) var creator: String?
  @Option(help: "The shop or system of all rows, which numbers the orders.") var source: String?
  @Option(
    help: ArgumentHelp(
      "When the figures were observed, in ISO 8601 (default: at the end of the show).",
      valueName: "time"))
  var observedAt: String?

  var constants: [(field: String, value: String?)] {
    [
      ("event", event), ("market", market), ("currency", currency), ("creators", creator),
      ("observed_at", observedAt), ("source", source),
    ]
  }
}
