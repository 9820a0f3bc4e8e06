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
  @Option(help: ArgumentHelp("When: now, 20:15, or in ISO 8601.", valueName: "time")) var at: String
  @OptionGroup var times: TimeOptions
  @Option(parsing: .unconditional, help: "How many.") var count: Int64
  @Flag(help: "Restate the count if it is recorded with another value.")
  var restate = false
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.record { book in
      let count = try book.audienceCount(
        AudienceWords(event: event, metric: metric, at: at, zone: times.zoneName, count: count))
      let draft = try entry.draft("add-audience", in: book)
      return (
        count, try book.ledger.record([count], as: draft, onConflict: restate ? .restate : .refuse)
      )
    }
  }
}
