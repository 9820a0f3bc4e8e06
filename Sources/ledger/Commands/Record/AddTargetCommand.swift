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
    try book.recording { book in
      let reference = try book.ledger.reference()
      let target = try Target(
        scope: scope(reference), metric: ReportMetric(name: metric),
        period: period.map { text throws(LedgerError) in try Period(text) },
        amount: amount(reference), source: entry.citation.text)
      let recording = try book.ledger.record(
        [target], as: entry.draft("add-target", in: book), onConflict: restate ? .restate : .refuse)
      return try Messages.show(recording, of: target)
    }
  }

  private func scope(_ reference: Reference) throws(LedgerError) -> Target.Scope {
    if let event { return .event(try EventKey(event)) }
    return .market(try reference.market(market ?? "").code)
  }

  private func amount(_ reference: Reference) throws(LedgerError) -> Target.Amount {
    let number: Decimal
    do { number = try NumberFormat.plain.decimal(value) } catch {
      throw .invalid(field: "--value", value: value, reason: error.description)
    }
    guard let currency else { return .number(number) }
    return .money(Money(micros: number.micros, currency: try reference.currency(currency)))
  }
}
