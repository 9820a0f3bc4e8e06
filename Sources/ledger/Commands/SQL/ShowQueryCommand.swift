import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger queries show`.
struct ShowQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a saved query, with its versions",
    usage: "ledger queries show [<options>] <name>",
    discussion: """
      Examples:
        ledger queries show best-shows
        ledger queries show best-shows --version 1 > old.sql
        ledger queries show best-shows --format csv

      The output is a file for `ledger sql --file`. With --format, each version is a row.
      """)

  @Argument(help: "The query's name, as listed by `ledger queries`.", completion: .queries)
  var name: String
  @OptionGroup var book: BookOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "An earlier version, from 1; 0 ships with the program.", valueName: "number"))
  var version: Int?
  @Option(help: "List the versions in this format.")
  var format: ListingFormat?
  @OptionGroup var csv: CSVOptions

  func validate() throws {
    if version != nil, format != nil {
      throw ValidationError("--format lists all versions: leave --version out")
    }
  }

  func run() throws {
    let (versions, chosen) = try book.reading { book in
      (
        try book.queries().versions(ofQuery: name),
        try version.map { number in try book.version(number, ofQuery: name) }
      )
    }
    if let format { return try ListingOptions.show(.versions(versions), as: format, csv) }
    try Output.show(SavedQueryText.page(chosen, of: versions))
  }
}
