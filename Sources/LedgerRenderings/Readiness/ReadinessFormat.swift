package import LedgerCore
import Tabular

/// The output formats of a readiness.
public enum ReadinessFormat: String, CaseIterable, Sendable, FileForm {
  case text, json, csv, markdown, html

  package static let extensions: [String: ReadinessFormat] = [
    "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html,
  ]

  package func render(
    _ readiness: Readiness, _ csv: CSVStyle, hints: Hints = .none
  ) -> String {
    switch self {
    case .text: TextReadiness(readiness, hints).text
    case .json: JSON.readiness(readiness, hints).text(pretty: true) + "\n"
    case .csv: text(readiness, csv.writer)
    case .markdown: markdown(readiness, hints)
    case .html: HTMLReadiness(readiness, hints).text
    }
  }

  private func text(_ readiness: Readiness, _ writer: CSVWriter) -> String {
    var csv = writer
    csv.append([
      "market", "verdict", "policy", "version", "criterion", "value", "lower", "upper", "pass",
      "stop", "result", "basis", "at_least", "at_most", "over_known",
    ])
    for finding in readiness.findings {
      csv.append([
        readiness.market.code.description, readiness.verdict.rawValue, readiness.policy.name,
        "\(readiness.policy.version)", finding.criterion.measure.rawValue,
        finding.value.map(FigureText.plain), (finding.interval?.lower).map(FigureText.plain),
        (finding.interval?.upper).map(FigureText.plain), FigureText.plain(finding.criterion.pass),
        finding.criterion.stop.map(FigureText.plain), finding.result.rawValue, finding.basis,
        finding.atLeast.map(FigureText.plain), finding.atMost.map(FigureText.plain),
        (finding.doubt?.overKnown).map(FigureText.plain),
      ])
    }
    return String(decoding: csv.take(), as: UTF8.self)
  }

  private func markdown(_ readiness: Readiness, _ hints: Hints) -> String {
    let rows = readiness.findings.map { finding in
      [
        finding.criterion.measure.rawValue, ReadinessText.value(finding),
        ReadinessText.interval(finding), ReadinessText.threshold(finding.criterion),
        finding.result.rawValue, finding.basis,
      ]
    }
    let changes = ReadinessText.changes(readiness, hints)
    return "# \(readiness.market.name): \(ReadinessText.headline(readiness))\n\n"
      + (readiness.remarks.isEmpty ? "" : Markdown.list(readiness.remarks) + "\n")
      + Markdown.table(
        ["Criterion", "Value", "95 % interval", "Threshold", "Result", "Evidence"], rows)
      + (changes.isEmpty ? "" : "\n## What would change the verdict\n\n" + Markdown.list(changes))
  }
}

extension JSON {
  /// A readiness as JSON, as docs/report-schema.md describes it.
  static func readiness(_ readiness: Readiness, _ hints: Hints) -> JSON {
    func number(_ number: Double?) -> JSON {
      number.map { .number(FigureText.plain($0)) } ?? .null
    }
    return .object([
      ("schema", .string("ledger.readiness/1")),
      ("market", .string(readiness.market.code.description)),
      ("verdict", .string(readiness.verdict.rawValue)),
      ("is_without_data", .bool(readiness.isWithoutData)),
      ("policy", .string(readiness.policy.name)),
      ("policy_version", .integer(readiness.policy.version)),
      ("settings", .settings(readiness.settings)),
      ("assumption", .optional(readiness.assumption)),
      ("last_entry", .optional(readiness.book.lastEntry?.number)),
      ("shows", .integer(Int64(readiness.shows))),
      (
        "criteria",
        .array(
          readiness.findings.map { finding in
            .object([
              ("criterion", .string(finding.criterion.measure.rawValue)),
              ("value", number(finding.value)),
              ("at_least", number(finding.atLeast)),
              ("at_most", number(finding.atMost)),
              ("over_known", number(finding.doubt?.overKnown)),
              ("shows_of_unknown_sales", .integer(Int64(finding.doubt?.shows.shows ?? 0))),
              ("lower", number(finding.interval?.lower)),
              ("upper", number(finding.interval?.upper)),
              ("pass", number(finding.criterion.pass)),
              ("stop", number(finding.criterion.stop)),
              ("result", .string(finding.result.rawValue)),
              ("is_reason_to_stop", .bool(finding.isReasonToStop)),
              ("basis", .string(finding.basis)),
            ])
          })
      ),
      ("decided_by", .array(readiness.deciding.map { .string($0.criterion.measure.rawValue) })),
      (
        "what_would_change_it",
        .array(ReadinessText.changes(readiness, hints).map(JSON.string))
      ),
    ])
  }
}
