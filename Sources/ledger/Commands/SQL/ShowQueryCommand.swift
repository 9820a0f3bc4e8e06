import ArgumentParser
import LedgerCore
import LedgerRenderings
import LedgerKit

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
    let versions = try book.reading { book in try book.sql().versions(ofQuery: name) }
    if let format {
      var listing = ListingOptions()
      listing.format = format
      listing.csv = csv
      return try listing.show(.versions(versions))
    }
    let chosen = try version.map { number in
      guard let found = versions.first(where: { $0.version == number }) else {
        throw CommandFailure(
          "query \(quoted(name)) has no version \(number); it has "
            + versions.map { "\($0.version)" }.joined(separator: ", "))
      }
      return found
    }
    let output = Output()
    try output.write(SavedQueryText.page(chosen, of: versions))
    try output.flush()
  }
}
