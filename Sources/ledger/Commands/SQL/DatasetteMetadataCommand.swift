import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger datasette-metadata`.
struct DatasetteMetadataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasette-metadata",
    abstract: "Print Datasette metadata: descriptions, canned queries",
    usage: "ledger datasette-metadata [<options>]",
    discussion: """
      Examples:
        ledger datasette-metadata --output metadata.json
        datasette ledger.db --metadata metadata.json

      Views, tables and columns are described as by `ledger schema`. The canned queries are those \
      of `ledger queries`; without a book, those that ship with the program. See \
      docs/datasette.md.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let text: String
    do {
      text = try book.reading { book in try book.datasetteMetadata() }
    } catch LedgerError.noBook where !book.isNamed {
      Messages.remark(
        "there is no book here: these are the queries that ship, for a book named ledger.db")
      text = try Book.datasetteMetadata(ofBookAt: book.book)
    }
    try output.write(text)
  }
}
