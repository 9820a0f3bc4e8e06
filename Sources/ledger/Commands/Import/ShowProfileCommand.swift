import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerRenderings

/// `ledger profiles show`.
struct ShowProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a profile to use as a template",
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
    try Output.show(text)
  }
}
