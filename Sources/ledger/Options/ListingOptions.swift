import ArgumentParser
import LedgerRenderings
import Terminal

/// How a listing is shown.
struct ListingOptions: ParsableArguments {
  @Option(help: "The format of the rows.") var format = ListingFormat.table
  @OptionGroup var csv: CSVOptions

  /// Shows all rows.
  func show(_ listing: Listing) throws { try Self.show(listing, as: format, csv) }

  /// Shows all rows in a format.
  static func show(_ listing: Listing, as format: ListingFormat, _ csv: CSVOptions) throws {
    let style = AnswerStyle(
      format: format, isSpreadsheetSafe: csv.spreadsheetSafe, isForScreen: System.isScreen(1))
    try Output.show(listing.bytes(style))
  }
}
