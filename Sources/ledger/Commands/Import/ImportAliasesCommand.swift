import ArgumentParser
import LedgerImport

/// `ledger import aliases`.
struct ImportAliasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aliases",
    abstract: "Load which names stand for others",
    discussion: """
      Example:
        ledger import aliases --kind product skus.csv

      The ledger's own columns are kind (creator, brand or product), name and as, and optionally \
      citation. Reports show the name in the column as in place of the other.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "What the names of all rows are of: creator, brand or product.") var kind: String?

  func run() throws {
    try ImportRun(.aliases, options, constants: [("kind", kind)]).run()
  }
}
