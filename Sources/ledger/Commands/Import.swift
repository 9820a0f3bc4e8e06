import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load files of events, audience counts or sales.",
    discussion: """
      Example:
        ledger import sales --profile examples/profiles/online-retail.toml 2010-12-01.csv
      Good rows are recorded, bad ones are named with line, column, value and reason, and make the
      exit status 2. A file may be loaded again: what is recorded already is not recorded twice.
      Other columns than the ledger's own need a profile; docs/import.md describes both.
      """,
    subcommands: [ImportEvents.self, ImportAudience.self, ImportSales.self])
}

/// `ledger import events`.
struct ImportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Load shows.",
    discussion: """
      Example:
        ledger import events examples/on-trend/events.csv
      The ledger's own columns are event, market, platform, title, starts_at, and perhaps ends_at,
      brands, hosts, guests and creators, with several names separated by semicolons.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.") var market: String?
  @Option(help: "The platform of all rows.") var platform: String?

  func run() throws {
    try options.run(.events, constants: [("market", market), ("platform", platform)])
  }
}

/// `ledger import audience`.
struct ImportAudience: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audience",
    abstract: "Load audience counts.",
    discussion: """
      Example:
        ledger import audience --event on-trend-2021-12-08 --metric concurrent minutes.csv
      The ledger's own columns are event, at, metric and count; --event and --metric stand for a
      column that the file has not.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: ArgumentHelp("The event of all rows.", valueName: "key")) var event: String?
  @Option(help: "The metric of all rows.") var metric: String?
  @Flag(help: "Record other values of counts that are recorded, in place of the old ones.")
  var restate = false

  func run() throws {
    try options.run(
      .audience, constants: [("event", event), ("metric", metric)],
      onConflict: restate ? .restate : .refuse)
  }
}

/// `ledger import sales`.
struct ImportSales: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sales",
    abstract: "Load sales, cancellations, refunds and adjustments.",
    discussion: """
      Example:
        ledger import sales --currency GBP --market UK orders.csv
      The ledger's own columns are order, line, product, quantity, amount, currency, at, one of
      event and market, and perhaps kind and source.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: ArgumentHelp("The event of all rows.", valueName: "key")) var event: String?
  @Option(help: "The market of all rows.") var market: String?
  @Option(help: ArgumentHelp("The currency of all rows.", valueName: "code"))
  var currency: String?

  func run() throws {
    try options.run(
      .sales, constants: [("event", event), ("market", market), ("currency", currency)])
  }
}
