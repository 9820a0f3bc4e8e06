package import LedgerCore
import Tabular

/// The output formats of the definitions of figures.
package enum ExplainFormat: String, CaseIterable {
  case text, json, markdown

  /// Renders the definition of a figure, or all definitions, which are a list in a text.
  ///
  /// `origin`: what wrote the page, in a sentence.
  package func render(_ metric: ReportMetric?, origin: String) -> String {
    let metrics = metric.map { [$0] } ?? ReportMetric.allCases
    return switch self {
    case .text: metric.map(text) ?? list(metrics)
    case .json: JSON.array(metrics.map(json)).text(pretty: true) + "\n"
    case .markdown: page(metrics, origin)
    }
  }

  private func list(_ metrics: [ReportMetric]) -> String {
    TextTable.aligned(
      metrics.map { [$0.rawValue, $0.unit.rawValue, $0.definition.formula] },
      right: [false, false, false])
  }

  private func fields(_ metric: ReportMetric) -> [(name: String, text: String)] {
    let definition = metric.definition
    return [
      ("title", definition.title), ("unit", definition.unit.rawValue),
      ("meaning", definition.meaning), ("formula", definition.formula),
      ("pitfall", definition.pitfall), ("source", definition.source),
    ]
  }

  private func text(_ metric: ReportMetric) -> String {
    metric.rawValue + "\n"
      + TextTable.aligned(
        fields(metric).map { ["  \($0.name)", $0.text] }, right: [false, false])
  }

  private func json(_ metric: ReportMetric) -> JSON {
    .object([("metric", .string(metric.rawValue))] + fields(metric).map { ($0, .string($1)) })
  }

  private func page(_ metrics: [ReportMetric], _ origin: String) -> String {
    "# The figures of a report\n\n"
      + "\(origin) A figure is missing (`–`, `null`) when a "
      + "part of its\nformula is not recorded or its denominator is 0; missing is never shown as "
      + "0. Figures of several shows\nare quotients of sums, never means of quotients.\n"
      + (metrics.count > 1 ? Self.rules : "")
      + metrics.map { metric in
        "\n## \(metric.rawValue)\n\n"
          + fields(metric).map { "- **\($0.name)**: \($0.text)\n" }.joined()
      }.joined()
  }
}
