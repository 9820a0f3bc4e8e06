import ArgumentParser

/// The rule by which sales without a show are credited to one.
struct CreditOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Credit sales without a show: window:24h[,platform=NAME][,creator=NAME], or none.",
      valueName: "rule"))
  var credit: String?
}
