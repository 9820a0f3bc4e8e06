import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger show`.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all that is known of an event.",
    discussion: """
      Example:
        ledger show on-trend-2021-12-08
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp("The event's key.", valueName: "key")) var event: String
  @Option(help: "text or json.") var format = EventFormat.text

  func run() throws {
    let record = try book.reading { ledger in try ledger.event(EventKey(event)) }
    let output = Output()
    try output.write(format.render(record))
    try output.flush()
  }
}
