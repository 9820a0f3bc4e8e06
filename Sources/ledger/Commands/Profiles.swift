import ArgumentParser
import LedgerCore
import LedgerImport
import SQLiteStorage

/// `ledger profiles`.
struct Profiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the exports of platforms that the program knows.",
    discussion: """
      Example:
        ledger profiles show tiktok-orders > my-orders.toml
      A file is known by its header; --profile NAME says it where the header does not. What becomes
      of each column stands in docs/exports.md.
      """,
    subcommands: [ListProfiles.self, ShowProfile.self], defaultSubcommand: ListProfiles.self)
}

/// `ledger profiles list`.
struct ListProfiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the exports of platforms that the program knows.")

  @OptionGroup var listing: ListingOptions

  func run() throws {
    var rows: [[Cell]] = []
    for name in KnownExports.names {
      guard let profile = try KnownExports.profile(name) else { continue }
      rows.append([
        .text(name), .text(profile.records.rawValue), .optional(profile.description),
      ])
    }
    try listing.show(["profile", "records", "description"], rows)
  }
}

/// `ledger profiles show`.
struct ShowProfile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a profile, as a file of your own may begin.",
    discussion: """
      Example:
        ledger profiles show shopify-orders
      """)

  @Argument(help: ArgumentHelp("The profile's name, as `ledger profiles` lists it.")) var name:
    String

  func run() throws {
    guard let text = KnownExports.text(name) else {
      throw CommandFailure(
        "profile \"\(printable(name))\" is not known; known are "
          + KnownExports.names.joined(separator: ", "), .invalid)
    }
    let output = Output()
    try output.write(text)
    try output.flush()
  }
}
