import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

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
    try book.reading { ledger in
      try makeFolder()
      let (last, digest) = try ledger.readContents { contents in
        let last = try ledger.entries(limit: 1).first?.number ?? 0
        return (last, try BookExport(folder: folder).write(contents, lastEntry: last))
      }
      Messages.show(
        "exported \(last == 0 ? "an empty book" : "entries 1 to \(last)") to \(quoted(folder)); "
          + "SHA-256 of its \(ExportText.manifestFile): \(digest)")
    }
  }

  private func makeFolder() throws(CommandFailure) {
    do { try System.makeFolder(folder) } catch {
      throw CommandFailure(
        "\(quoted(folder)) cannot be created for the export: \(error.reason); name a new folder")
    }
  }
}
