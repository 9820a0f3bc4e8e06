import LedgerCore
import LedgerImport

extension ImportRemark {
  /// The remark about a file's format, with the option that it concerns.
  var advice: String {
    switch self {
    case .sheetIgnored: "is no workbook, so --sheet has no effect on it"
    case .hiddenSheet(let name):
      "its hidden sheet \(quoted(name)), which has such columns, is not read: "
        + "--sheet or --all-sheets reads it"
    case .member, .memberNotRead, .fileLeftOut, .explained: description
    case .readAs, .readAsChanged, .withoutFigures, .delimiter, .encoding, .sheet: description
    }
  }
}
