import ArgumentParser
import LedgerCore
import LedgerKit

/// What a report is about.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The country, or several: UK,DE,US.", valueName: "market"),
    completion: .markets)
  var market: String?
  @Flag(help: "All markets that have shows or sales.") var all = false
  @OptionGroup var days: DayOptions
  @Option(help: ArgumentHelp("Group by \(Self.groups).", valueName: "group"), transform: word)
  var by: Grouping?
  @Option(help: "Only shows on this platform; may be repeated.") var platform: [String] = []
  @Option(help: "Only shows of this brand; may be repeated.") var brand: [String] = []
  @Option(help: "Only shows of this creator; may be repeated.") var creator: [String] = []
  @Option(
    help: ArgumentHelp("Only this show; may be repeated.", valueName: "key"), completion: .events)
  var event: [String] = []
  @Option(help: ArgumentHelp("Sort the groups by a metric, largest first.", valueName: "metric"))
  var sort: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most shows and groups to list, 0 or more (default: 20 in text, 100 in HTML, else all).",
      valueName: "number"))
  var limit: RowLimit?
  @Option(
    help: ArgumentHelp(
      "Compare with previous, last-year or FROM..TO.", valueName: "period"))
  var compare: String?
  @Option(
    help: """
      Date refunds by their own day (processed) or by the show that sold (cohort).
      """, transform: word)
  var refunds = RefundDating.processed
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("For how many days after a show refunds are expected.", valueName: "days"))
  var refundDays = MarketReport.Request.refundDays
  @OptionGroup var rule: CreditOptions
  @Option(
    help: ArgumentHelp(
      "Convert all amounts, each at the exchange rate of its day; none keeps currencies apart.",
      valueName: "code"))
  var currency: String?
  @OptionGroup var past: AsOfOptions
  @Option(help: "The seed of the random draws for confidence intervals.")
  var seed: UInt64 = 1

  private static let groups = Grouping.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    guard (market == nil) == all else {
      throw ValidationError("give --market, or --all for all markets")
    }
    if let contradiction = request.contradiction {
      throw ValidationError(contradiction.advice)
    }
  }

  /// The request that the options make.
  var request: ReportRequest {
    var request = ReportRequest(market: market)
    request.days = days.range
    request.grouping = by
    request.platforms = platform
    request.brands = brand
    request.creators = creator
    request.events = event
    request.sort = sort
    request.limit = limit?.count
    request.comparison = compare
    request.refunds = refunds
    request.refundDays = refundDays
    request.credit = rule.credit
    request.currency = currency
    request.asOf = past.asOf
    request.seed = seed
    return request
  }
}

extension ReportRequest.Contradiction {
  /// What to do about it, with the options.
  fileprivate var advice: String {
    switch self {
    case .linesInOneCurrency:
      "--by product and --by channel keep currencies apart: leave --currency out"
    case .sortWithoutGroups: "--sort sorts groups: add --by"
    case .refundDays: "--refund-days is 0 to 3660"
    }
  }
}

/// One of the words that an option takes.
private func word<Word: RawRepresentable & CaseIterable>(
  _ text: String
) throws -> Word where Word.RawValue == String {
  guard let word = Word(rawValue: text) else {
    let words = Word.allCases.map(\.rawValue)
    let near = didYouMean(nearest(to: text.lowercased(), among: words))
    throw ValidationError("\(quoted(text)) is not one of \(words.joined(separator: ", "))\(near)")
  }
  return word
}
