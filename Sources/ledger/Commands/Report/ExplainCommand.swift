import ArgumentParser
import LedgerCore
import LedgerRenderings

/// `ledger explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a figure: meaning, formula and pitfalls",
    discussion: """
      Examples:
        ledger explain
        ledger explain orders_per_click
      """)

  @Argument(help: "The figure (default: list all).") var metric: String?
  @Option(help: "The format of the output.") var format = ExplainFormat.text

  func run() throws {
    let metric = try metric.map(ReportMetric.init(name:))
    try Output.show(
      format.render(metric, origin: "Written by `ledger explain --format markdown`."))
  }
}
