import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// How a listing is shown.
struct ListingOptions: ParsableArguments {
  @Option(help: "The format of the rows.") var format = ListingFormat.table
  @OptionGroup var csv: CSVOptions

  /// Shows all rows.
  func show(_ names: [String], _ rows: [[AnswerValue]]) throws {
    let output = Output()
    let style = AnswerStyle(
      format: format, isSpreadsheetSafe: csv.spreadsheetSafe, isForScreen: System.isScreen(1))
    var listing = Listing(style, to: output)
    try listing.begin(names)
    for row in rows { try listing.add(ListedRow(row)) }
    try listing.end()
    try output.flush()
  }
}
