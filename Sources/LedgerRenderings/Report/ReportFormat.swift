package import LedgerCore

/// The output formats of a report.
public enum ReportFormat: String, CaseIterable, Sendable, FileForm {
  case text, json, csv, markdown, html

  package static let extensions: [String: ReportFormat] = [
    "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html,
  ]

  /// How many shows are listed without `--limit`; `nil` for all.
  package var listing: Int? {
    switch self {
    case .text: 20
    case .html: 100
    case .json, .csv, .markdown: nil
    }
  }

  /// Renders a report in this format.
  ///
  /// `width`: the columns of the terminal, `nil` for no limit; `hints`: what the calling program
  /// adds.
  package func render(
    _ report: Report, _ csv: CSVStyle, width: Int?, hints: Hints = .none
  ) -> String {
    switch self {
    case .text: TextReport(report, width: width, hints: hints).text
    case .json: JSONReport(report).text
    case .csv: CSVReport(report, csv.writer).text
    case .markdown: MarkdownReport(report).text
    case .html: HTMLReport(report, hints).text
    }
  }
}
