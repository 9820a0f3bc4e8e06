import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-audience`.
struct AddAudienceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-audience",
    abstract: "Record an audience count of a show",
    usage: """
      ledger add-audience [<options>] --event <key> --metric <metric>
      --at <time> --count <count>
      """,
    discussion: """
      Example:
        ledger add-audience --event on-trend-2021-12-08 --metric concurrent \\
          --at 2021-12-08T17:05:00Z --count 1200

      The metrics are \(Metric.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show's key.", valueName: "key"), completion: .events) var event:
    String
  @Option(help: "What was counted, such as concurrent or views.") var metric: String
  @Option(help: ArgumentHelp("When, in ISO 8601.", valueName: "time")) var at: String
  @OptionGroup var times: TimeOptions
  @Option(parsing: .unconditional, help: "How many.") var count: Int64
  @Flag(help: "Restate the count if it is recorded with another value.")
  var restate = false
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.recording { book in
      let count = try AudienceCount(
        event: EventKey(event), metric: Metric(name: metric),
        at: times.instant(at, field: "--at"), count: count)
      let recording = try book.ledger.record(
        [count], as: entry.draft("add-audience", in: book), onConflict: restate ? .restate : .refuse)
      return try Messages.show(recording, of: count)
    }
  }
}
