import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole book as CSV files, with digests",
    discussion: """
      Examples:
        ledger export shows-2021
        ledger init --db again.db
        ledger import --export shows-2021 --db again.db

      There is one file for each table, with every entry and every fact, voided and restated ones \
      too; schema.sql says what the columns are. SHA256SUMS has the digest of each file, as \
      `sha256sum --check` reads it; the digest in the message is that of SHA256SUMS itself.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp("A new folder, or an empty one.", valueName: "folder"))
  var folder: String

  func run() throws {
    let made = try book.reading { book in try book.export(to: folder) }
    let extent = made.lastEntry.map { "entries 1 to \($0)" } ?? "an empty book"
    Messages.show(
      "exported \(extent) to \(quoted(folder)); SHA-256 of its SHA256SUMS: \(made.digest)")
  }
}
