import ArgumentParser
import LedgerKit
import LedgerRenderings

/// `ledger settings`.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "List the settings of the book",
    usage: "ledger settings [<options>]")

  @OptionGroup var book: BookOptions
  @Flag(help: "List every version, oldest first.") var history = false
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    try listing.show(
      book.reading { book in
        history
          ? .settingVersions(try book.settingVersions(asOf: past.asOf))
          : .settings(try book.settings(asOf: past.asOf))
      })
  }
}
