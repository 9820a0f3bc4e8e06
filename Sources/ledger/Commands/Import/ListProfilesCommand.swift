import ArgumentParser
import LedgerImport
import LedgerRenderings

/// `ledger profiles list`.
struct ListProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the platform exports that ledger recognizes")

  @OptionGroup var listing: ListingOptions

  func run() throws {
    let profiles = try KnownExports.names.compactMap { name in
      try KnownExports.profile(name).map { (name, $0.records.rawValue, $0.description) }
    }
    try listing.show(.profiles(profiles))
  }
}
