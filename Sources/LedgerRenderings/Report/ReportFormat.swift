package import LedgerCore
package import Tabular

/// The forms in which a report is shown.
package enum ReportFormat: String, CaseIterable, FileForm {
  case text, json, csv, markdown, html

  package static let extensions: [String: ReportFormat] = [
    "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
    "html": .html, "htm": .html,
  ]

  /// How many events are listed unless --limit says; `nil` for all.
  package var listing: Int? {
    switch self {
    case .text: 20
    case .html: 100
    case .json, .csv, .markdown: nil
    }
  }

  /// `illustrations`: what a page shows beside the report, one for each section; `width`: how wide
  /// text may be, if it is for a terminal; `hints`: what the guest adds to it.
  package func render(
    _ report: Report, _ illustrations: [ReportIllustration], _ csv: CSVWriter, width: Int?,
    hints: Hints = .none
  ) -> String {
    switch self {
    case .text: TextReport(report, width: width, hints: hints).text
    case .json: JSONReport(report).text
    case .csv: CSVReport(report, csv).text
    case .markdown: MarkdownReport(report).text
    case .html: HTMLReport(report, illustrations, hints).text
    }
  }
}
