import ArgumentParser
import LedgerCore
import LedgerRenderings
import LedgerKit

/// `ledger show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print everything about a show, a claim or a survey",
    usage: "ledger show [<options>] <key>",
    discussion: """
      Examples:
        ledger show on-trend-2021-12-08
        ledger show on-trend-2021-12-08 --history
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The key of the show, claim or survey.", valueName: "key"),
    completion: .events) var key: String
  @Flag(help: "Show every entry that recorded, amended or voided it.") var history = false
  @Option(help: "The format of the output.") var format = EventFormat.text

  func run() throws {
    let text = try book.reading { book in
      if history { return try pastText(in: book.ledger) }
      // All keys are written alike; those of shows are tried first.
      let event = try EventKey(key)
      do { return format.render(try book.ledger.event(event)) } catch {
        if let record = try book.ledger.claim(ClaimKey(key)) {
          let rollout = Rollout(try book.ledger.claims(in: nil, asOf: nil))
          return format.render(record, rollout.history.first { $0.claim == record.fact })
        }
        if let record = try book.ledger.survey(SurveyKey(key)) { return format.render(record) }
        throw error
      }
    }
    try Output.show(text)
  }

  private func pastText(in ledger: any Ledger) throws -> String {
    try ledger.reading {
      let steps = try ledger.steps(ofEvent: EventKey(key))
      if !steps.isEmpty { return format.render(steps) { format.members($0) } }
      let claims = try ledger.steps(ofClaim: ClaimKey(key))
      if !claims.isEmpty { return format.render(claims) { format.members($0) } }
      let surveys = try ledger.steps(ofSurvey: SurveyKey(key))
      if !surveys.isEmpty { return format.render(surveys) { format.members($0) } }
      // Throws an error that names near keys.
      return format.render(try ledger.event(EventKey(key)))
    }
  }
}
