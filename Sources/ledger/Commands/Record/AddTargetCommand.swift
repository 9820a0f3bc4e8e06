import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-target`.
struct AddTargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-target",
    abstract: "Record a target for a market or a show",
    usage: """
      ledger add-target [<options>] (--market <market> | --event <key>)
      --metric <metric> --value <value>
      """,
    discussion: """
      Examples:
        ledger add-target --market UK --metric gmv_net --period 2022-H1 \\
          --value 100000 --currency GBP --citation "plan of December 2021"
        ledger add-target --event on-trend-2021-12-08 \\
          --metric peak_concurrent --value 5000

      A period is a day, month, quarter, half or year (2022-07-05, 2022-07, 2022-Q3, 2022-H2 or \
      2022), or FROM..TO. A show's target without a period is for the whole show. Ratios are \
      numbers such as 0.05.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country, for a target of a market.", completion: .markets) var market: String?
  @Option(
    help: ArgumentHelp("The show, for a target of a show.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The figure, such as gmv_net or peak_concurrent.") var metric: String
  @Option(help: "The period: 2022-H1, 2022-07 or 2022-07-05..2022-07-08.") var period: String?
  @Option(parsing: .unconditional, help: "The value to reach, such as 100000.") var value: String
  @Option(help: ArgumentHelp("The currency's ISO 4217 code, for money.", valueName: "code"))
  var currency: String?
  @Flag(help: "Restate the target if it is recorded with another value.")
  var restate = false
  @OptionGroup var entry: EntryOptions

  func validate() throws {
    if (event == nil) == (market == nil) {
      throw ValidationError(
        "a target is for a show or for a market: give --event KEY or --market UK")
    }
  }

  func run() throws {
    let words = TargetWords(
      event.map { .event($0) } ?? .market(market ?? ""), metric: metric, period: period,
      value: value, currency: currency, source: entry.cited)
    try book.record { book in
      let target = try book.target(words)
      let draft = try entry.draft("add-target", in: book)
      return (
        target,
        try book.ledger.record([target], as: draft, onConflict: restate ? .restate : .refuse)
      )
    }
  }
}
