import ArgumentParser

/// `ledger queries`.
struct QueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "List the questions that are kept under names.",
    discussion: """
      Examples:
        ledger queries
        ledger queries show best-shows
        ledger sql --run best-shows --param market=UK
        ledger queries retire sold
      Some ship with the program; `ledger sql --save NAME` keeps more of them in the book, and one \
      of the same name goes before what ships.
      """,
    subcommands: [ListQueriesCommand.self, ShowQueryCommand.self, RetireQueryCommand.self],
    defaultSubcommand: ListQueriesCommand.self)
}
