import ArgumentParser

/// `ledger import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Load files of events, audience counts, sales, claims or surveys, and exports of platforms.",
    discussion: """
      Example:
        ledger import sales --profile examples/profiles/online-retail.toml 2010-12-01.csv
        ledger import --market UK --tz Europe/London orders.csv
      Good rows are recorded, bad ones are named with line, column, value and reason, and make the
      exit status 2. A file may be loaded again: what is recorded already is not recorded twice.
      Exports that `ledger profiles` lists are known by their headers; other columns than the
      ledger's own need a profile. docs/import.md describes both.
      --export FOLDER makes a book again that `ledger export` wrote.
      """,
    subcommands: [
      ImportEventsCommand.self, ImportAudienceCommand.self, ImportSalesCommand.self,
      ImportTotalsCommand.self,
      ImportClaimsCommand.self, ImportSurveysCommand.self, ImportRatesCommand.self,
      ImportTargetsCommand.self, ImportMembershipsCommand.self, ImportFilesCommand.self,
    ], defaultSubcommand: ImportFilesCommand.self)
}
