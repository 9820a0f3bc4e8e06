import ArgumentParser

/// `ledger profiles`.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the platform exports that ledger recognizes",
    discussion: """
      Examples:
        ledger profiles
        ledger profiles show tiktok-orders > my-orders.toml

      A file is recognized by its header; --profile NAME chooses a profile where the header does \
      not. docs/exports.md says what becomes of each column.
      """,
    subcommands: [
      ListProfilesCommand.self, ShowProfileCommand.self, NewProfileCommand.self,
    ],
    defaultSubcommand: ListProfilesCommand.self)
}
