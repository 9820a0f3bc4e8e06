import ArgumentParser
import LedgerCore

/// The forms in which a report is shown.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv, markdown

  /// The form that a file's extension names.
  init?(path: String) {
    let forms: [String: ReportFormat] = [
      "txt": .text, "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown,
    ]
    guard let dot = path.lastIndex(of: "."),
      let form = forms[path[path.index(after: dot)...].lowercased()]
    else { return nil }
    self = form
  }

  func render(_ report: Report) -> String {
    switch self {
    case .text: TextReport(report).text
    case .json: JSONReport(report).text
    case .csv: CSVReport(report).text
    case .markdown: MarkdownReport(report).text
    }
  }
}
