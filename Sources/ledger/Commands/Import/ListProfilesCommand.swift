import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerRenderings
import SQLiteStorage

/// `ledger profiles list`.
struct ListProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the platform exports that ledger recognizes")

  @OptionGroup var listing: ListingOptions

  func run() throws {
    var rows: [[AnswerValue]] = []
    for name in KnownExports.names {
      guard let profile = try KnownExports.profile(name) else { continue }
      rows.append([
        .text(name), .text(profile.records.rawValue), .optional(profile.description),
      ])
    }
    try listing.show(["profile", "records", "description"], rows)
  }
}
