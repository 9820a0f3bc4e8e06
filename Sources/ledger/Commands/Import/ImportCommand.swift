import ArgumentParser

/// `ledger import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load files of facts, and exports of platforms",
    usage: """
      ledger import [<options>] [<file> ...]
      ledger import <subcommand> [<options>] [<file> ...]
      """,
    discussion: """
      Examples:
        ledger import --market UK --tz Europe/London --currency GBP orders.csv
        ledger import sales --profile examples/profiles/online-retail.toml \\
          2010-12-01.csv

      Good rows are recorded. Rejected rows are listed with line, column, value and reason, and \
      the exit status is 2. A file may be loaded again: nothing is recorded twice.

      Exports that `ledger profiles` lists are recognized by their headers. Files with other \
      columns than the ledger's own need a profile. docs/import.md describes both.

      With --export, a book is rebuilt that `ledger export` wrote.

      Without a subcommand:
      \(ImportFilesCommand.optionList)
      """,
    subcommands: [
      ImportFilesCommand.self, ImportEventsCommand.self, ImportAudienceCommand.self,
      ImportSalesCommand.self, ImportCreditsCommand.self, ImportMarksCommand.self,
      ImportTotalsCommand.self,
      ImportTargetsCommand.self, ImportRatesCommand.self, ImportClaimsCommand.self,
      ImportSurveysCommand.self, ImportMembershipsCommand.self, ImportAliasesCommand.self,
    ], defaultSubcommand: ImportFilesCommand.self)
}
