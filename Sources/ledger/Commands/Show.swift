import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger show`.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that is known of an event, a claim or a survey.",
    discussion: """
      Example:
        ledger show on-trend-2021-12-08
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The key of the event, claim or survey.", valueName: "key"),
    completion: .events) var key: String
  @Option(help: "text or json.") var format = EventFormat.text

  func run() throws {
    let text = try book.reading { ledger in
      // All keys are written alike; an event's goes first.
      let event = try EventKey(key)
      do { return format.render(try ledger.event(event)) } catch {
        if let record = try ledger.claim(ClaimKey(key)) {
          let rollout = Rollout(try ledger.claims(in: nil, asOf: nil))
          return format.render(record, rollout.history.first { $0.claim == record.fact })
        }
        if let record = try ledger.survey(SurveyKey(key)) { return format.render(record) }
        throw error
      }
    }
    let output = Output()
    try output.write(text)
    try output.flush()
  }
}
