import ArgumentParser
import LedgerRenderings

/// How CSV is written for a spreadsheet.
struct CSVOptions: ParsableArguments {
  @Flag(
    help: "In CSV, put an apostrophe before text that a spreadsheet would run as a formula.")
  var spreadsheetSafe = false

  var style: CSVStyle { CSVStyle(isSpreadsheetSafe: spreadsheetSafe) }
}
