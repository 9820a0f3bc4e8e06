import ArgumentParser
import LedgerCore
import LedgerRenderings
import Tabular

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
    let metrics = try metric.map { [try ReportMetric(name: $0)] } ?? ReportMetric.allCases
    let output = Output()
    switch format {
    case .text where metric == nil: try output.write(Self.list(metrics))
    case .text: try output.write(metrics.map(Self.text).joined(separator: "\n"))
    case .json: try output.write(JSON.array(metrics.map(Self.json)).text(pretty: true) + "\n")
    case .markdown: try output.write(Self.markdown(metrics))
    }
    try output.flush()
  }

  private static func list(_ metrics: [ReportMetric]) -> String {
    TextTable.aligned(
      metrics.map { [$0.rawValue, $0.unit.rawValue, $0.definition.formula] },
      right: [false, false, false])
  }

  private static func fields(_ metric: ReportMetric) -> [(name: String, text: String)] {
    let definition = metric.definition
    return [
      ("title", definition.title), ("unit", definition.unit.rawValue),
      ("meaning", definition.meaning), ("formula", definition.formula),
      ("pitfall", definition.pitfall), ("source", definition.source),
    ]
  }

  private static func text(_ metric: ReportMetric) -> String {
    metric.rawValue + "\n"
      + TextTable.aligned(
        fields(metric).map { ["  \($0.name)", $0.text] }, right: [false, false])
  }

  private static func json(_ metric: ReportMetric) -> JSON {
    .object([("metric", .string(metric.rawValue))] + fields(metric).map { ($0, .string($1)) })
  }

  private static func markdown(_ metrics: [ReportMetric]) -> String {
    "# The figures of a report\n\n"
      + "Written by `ledger explain --format markdown`. A figure is missing (`–`, `null`) when a "
      + "part of its\nformula is not recorded or its denominator is 0; missing is never shown as "
      + "0. Figures of several shows\nare quotients of sums, never means of quotients.\n"
      + metrics.map { metric in
        "\n## \(metric.rawValue)\n\n"
          + fields(metric).map { "- **\($0.name)**: \($0.text)\n" }.joined()
      }.joined()
  }
}
