import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Describe the tables and views of a book",
    discussion: """
      Examples:
        ledger schema
        ledger schema event_summary
        ledger schema sale --format sql

      Views are made for people, and stay as they are. Tables hold what is recorded.
      """)

  @Argument(help: "A table or view (default: list all).") var name: String?
  @Option(help: "The format of the output.") var format = SchemaFormat.text

  func run() throws {
    try Output.show(
      format.render(
        Book.schema(of: name), asking: { "ledger sql \"\($0)\"" },
        footer: "`ledger schema NAME` says what the columns mean.",
        origin: "Written by `ledger schema --format markdown`; `ledger schema NAME` prints a part "
          + "of it."))
  }
}
