import ArgumentParser

/// `ledger profiles`.
struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the exports of platforms that the program knows.",
    discussion: """
      Example:
        ledger profiles show tiktok-orders > my-orders.toml
      A file is known by its header; --profile NAME says it where the header does not. What becomes
      of each column stands in docs/exports.md.
      """,
    subcommands: [ListProfilesCommand.self, ShowProfileCommand.self],
    defaultSubcommand: ListProfilesCommand.self)
}
