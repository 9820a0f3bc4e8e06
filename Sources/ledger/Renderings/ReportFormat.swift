import ArgumentParser
import LedgerCore

/// The forms in which a report is shown.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv

  func render(_ report: MarketReport) -> String {
    switch self {
    case .text: TextReport(report).text
    case .json: JSONReport(report).text
    case .csv: CSVReport(report).text
    }
  }
}
