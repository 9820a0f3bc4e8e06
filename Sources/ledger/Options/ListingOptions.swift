import ArgumentParser
import LedgerRenderings

/// How a listing is shown.
struct ListingOptions: ParsableArguments {
  @Option(help: "The format of the rows.") var format = ListingFormat.table
  @OptionGroup var csv: CSVOptions

  /// Shows all rows.
  func show(_ listing: Listing) throws {
    let output = Output()
    let style = AnswerStyle(
      format: format, isSpreadsheetSafe: csv.spreadsheetSafe, isForScreen: System.isScreen(1))
    try output.write(listing.bytes(style))
    try output.flush()
  }
}
