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

  /// What holds of many figures.
  private static let rules = """

    ## Periods, shows and orders

    - **A period** has the movements of its days, in the totals and in every group, such as a
      product or a platform. In a cohort report, movements credited to a show belong to the day on
      which the show starts. The list of shows has everything of each show that starts in the
      period.
    - **A cancellation or refund that names no show** is credited to the show of its line, which is
      the sale of the same source, order and line. If no such line was sold, it is credited to the
      show of its order, if all lines sold of the order name that one. Otherwise it is credited to
      none; if its order names several shows, or is not recorded, the report says how much that is,
      and a rule of the audit names it. The order in which they were recorded does not matter. It
      is the same in reports, views, and reports with a credit rule; what is recorded of an order
      takes precedence over such a rule.
    - **Groups of time** between the first and the last are all listed, also those without a show
      and without a sale, which have no figures; a table for people says how many there are in a
      row. Nothing says that nothing happened then, only that nothing is recorded.
    - **An order** counts once in a market and once in each group that it touches, so groups may add
      up to more orders than the market has. In time, it counts where its earliest line is. An order
      in two currencies counts in each of them; it is one order in figures that have no currency,
      and in a report that converts to one. A ratio over shows counts it in each of its shows.
    - **A credit rule** counts from the start of a show to the end of its window after the show, in
      the report, its targets, readiness, creators and drift alike.
    - **Amounts in another currency** are converted at the exchange rate of their day, added up, and
      rounded once. Orders, units and hours need no rate. A sum of which an amount has no rate is
      shown by its bound: what was sold is at least, what came back can only lower the net. A ratio
      over shows leaves out both sides of a show of which an amount has no rate, and says over how
      many shows it is.
    - **The net of the shows** is not that of the report: a show has all its sales, whatever their
      date, and some sales are of no show. Where they differ, the report says by how much and why.
    - **A refund rate** of a report is of all shows and days that it covers. The criterion
      `settled_refund_rate` of readiness is of the shows whose refunds can be known, and another
      number.
    - **A change** is the figure ÷ that of the other period − 1. Its interval is by how shows
      differ, or days with sales for figures of sales (Fieller's method), five or more in each
      period; a largest count and a number of people have none.

    """

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
