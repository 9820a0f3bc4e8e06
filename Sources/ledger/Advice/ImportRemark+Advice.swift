import LedgerImport

extension ImportRemark {
  /// What is told of a file's format, with the option that it is about.
  var advice: String {
    switch self {
    case .sheetIgnored: "is no workbook, so --sheet has no effect on it"
    case .readAs, .readAsChanged, .delimiter, .sheet: description
    }
  }
}
