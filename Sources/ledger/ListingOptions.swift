import ArgumentParser

/// How a listing is shown.
struct ListingOptions: ParsableArguments {
  @Option(help: "table, csv, json or jsonl.") var format = ListingFormat.table
  @OptionGroup var csv: CSVOptions

  /// Shows all rows.
  func show(_ names: [String], _ rows: [[Cell]]) throws {
    let output = Output()
    var listing = Listing(format, to: output, csv: csv.writer)
    try listing.begin(names)
    for row in rows { try listing.add(row) }
    try listing.end()
    try output.flush()
  }
}
