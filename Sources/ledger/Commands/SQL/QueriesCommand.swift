import ArgumentParser

/// `ledger queries`.
struct QueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "List the saved queries",
    discussion: """
      Examples:
        ledger queries
        ledger queries show best-shows
        ledger sql --run best-shows --param market=UK
        ledger queries retire sold

      Some queries ship with the program. `ledger sql --save NAME` saves more of them in the book, \
      where a query hides one of the same name that ships.
      """,
    subcommands: [ListQueriesCommand.self, ShowQueryCommand.self, RetireQueryCommand.self],
    defaultSubcommand: ListQueriesCommand.self)
}
