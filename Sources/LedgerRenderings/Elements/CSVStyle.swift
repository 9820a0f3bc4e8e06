import Tabular

/// How a rendering writes CSV.
package struct CSVStyle: Sendable {
  private let isSpreadsheetSafe: Bool

  /// `isSpreadsheetSafe`: whether an apostrophe precedes text that a spreadsheet would run as a
  /// formula.
  package init(isSpreadsheetSafe: Bool = false) { self.isSpreadsheetSafe = isSpreadsheetSafe }

  var writer: CSVWriter { CSVWriter(spreadsheetSafe: isSpreadsheetSafe) }
}
