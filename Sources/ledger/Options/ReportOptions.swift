import ArgumentParser
import LedgerCore
import SQLiteStorage

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
  @Option(
    help: ArgumentHelp(
      "Credit sales without a show: window:24h[,platform=NAME][,creator=NAME].",
      valueName: "rule"))
  var credit: String?
  @Option(
    help: ArgumentHelp(
      "Convert all amounts, each at the exchange rate of its day (default: currencies stay apart).",
      valueName: "code"))
  var currency: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time.",
      valueName: "when"))
  var asOf: String?
  @Option(help: "The seed of the random draws for confidence intervals.")
  var seed: UInt64 = 1

  private static let groups = Grouping.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    guard (market == nil) == all else {
      throw ValidationError("give --market, or --all for all markets")
    }
    if currency != nil, by == .product {
      throw ValidationError("--by product keeps currencies apart: leave --currency out")
    }
    if sort != nil, by == nil {
      throw ValidationError("--sort sorts groups: add --by")
    }
    guard (0...3660).contains(refundDays) else {
      throw ValidationError("--refund-days is 0 to 3660")
    }
  }

  /// Computes the report, inside a reading of the ledger.
  ///
  /// `listing`: how many events to list unless --limit says.
  func report(_ ledger: SQLiteLedger, listing: Int?) throws -> Report {
    let reference = try ledger.reference()
    let markets = try markets(ledger, reference)
    let newest = try ledger.entries(limit: 1).first
    var asOf: Int64?
    var sections: [Report.Section] = []
    if markets.isEmpty { try checkNames(in: ledger, asOf: lastEntry(in: ledger, .utc)) }
    for market in markets {
      let period = try days.period(in: market)
      asOf = try lastEntry(in: ledger, period.zone)
      if sections.isEmpty { try checkNames(in: ledger, asOf: asOf) }
      // What was known at an earlier time is judged by the clock of that time.
      let now = try asOf.flatMap { try ledger.entry($0)?.draft.recordedAt } ?? System.now()
      var request = try self.request(period, asOf: asOf, now: now, listing: listing)
      request.currency = try currency.map(reference.currency)
      let comparison = try other(period).map { period in
        var request = request
        request.period = period
        return try marketReport(ledger, market, request)
      }
      sections.append(
        Report.Section(
          report: try marketReport(ledger, market, request), comparison: comparison))
    }
    let last = try asOf.map { try ledger.entry($0) } ?? newest
    return Report(
      sections: sections, book: Report.Book(lastEntry: last, isPast: asOf != nil))
  }

  private func marketReport(
    _ ledger: SQLiteLedger, _ market: Market, _ request: MarketReport.Request
  ) throws -> MarketReport {
    try MarketReport(of: market, in: ledger, request)
  }

  private func request(
    _ period: ReportPeriod, asOf: Int64?, now: Instant, listing: Int?
  ) throws -> MarketReport.Request {
    MarketReport.Request(
      period: period,
      filter: EventFilter(
        events: try event.map(EventKey.init), platforms: platform, brands: brand,
        creators: creator),
      grouping: by, refunds: refunds, credit: try credit.map(CreditRule.init), asOf: asOf,
      now: now, refundDays: refundDays, bootstrap: Bootstrap(seed: seed),
      limit: limit?.count ?? listing, sort: try sort.map(ReportMetric.init(name:)))
  }

  /// Refuses filters that name nothing that the book has.
  private func checkNames(in ledger: SQLiteLedger, asOf: Int64?) throws {
    let filter = EventFilter(
      events: try event.map(EventKey.init), platforms: platform, brands: brand, creators: creator)
    try ledger.checkNames(filter, asOf: asOf)
    if let credited = try credit.map(CreditRule.init)?.candidates {
      try ledger.checkNames(credited, asOf: asOf)
    }
  }

  private func markets(_ ledger: SQLiteLedger, _ reference: Reference) throws -> [Market] {
    guard let market else {
      let used = try ledger.markets()
      return reference.markets.filter { used.contains($0.code) }
    }
    return try market.split(separator: ",", omittingEmptySubsequences: false)
      .map { try reference.market(String($0)) }
  }

  private func other(_ period: ReportPeriod) throws -> ReportPeriod? {
    guard let compare else { return nil }
    guard let compared = ComparedPeriod(compare) else {
      throw LedgerError.invalid(
        field: "comparison", value: compare,
        reason: "is not previous, last-year or two days written like 2021-11-01..2021-11-30")
    }
    return try compared.period(for: period)
  }

  /// The last entry that counts; `nil` for all of them.
  private func lastEntry(in ledger: SQLiteLedger, _ zone: TimeZone) throws -> Int64? {
    try asOf.map { text in try ledger.lastEntry(asOf: text, zone) }
  }
}

/// One of the words that an option takes.
private func word<Word: RawRepresentable & CaseIterable>(
  _ text: String
) throws -> Word where Word.RawValue == String {
  guard let word = Word(rawValue: text) else {
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("\(quoted(text)) is not one of \(words)")
  }
  return word
}
