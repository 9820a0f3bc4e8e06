public import LedgerCore

/// What a report on creators is asked for, in words.
public struct CreatorRequest: Equatable, Sendable {
  /// The market.
  public var market: String
  /// The days that the report covers.
  public var days = DayRange()
  /// The rule that credits sales without an event to one, as ``CreditRule`` reads it;
  /// ``ReportRequest/noRule`` for none, `nil` for the book's setting, if it has one.
  public var credit: String?
  /// The state of the book: an entry's number, a day or a time; `nil` for now.
  public var asOf: String?
  /// The most creators to list; `nil` for all.
  public var limit: Int?

  /// Makes a request for the creators of a market.
  public init(market: String) { self.market = market }
}

extension Book {
  /// Reports on the creators of a market, from one state of the book.
  ///
  /// - Throws: ``LedgerError``
  public func creators(_ request: CreatorRequest) throws -> CreatorReport {
    try ledger.reading {
      let market = try ledger.reference().market(request.market)
      let span = try span(request.days, asOf: request.asOf, in: market)
      let (period, entry) = (span.period, span.entry)
      let credit = try credit(request.credit, asOf: entry).rule
      let aliases = try ledger.currentAliases(asOf: entry)
      let today = period.zone.day(of: span.now)
      return CreatorReport(
        market: market, period: period, through: min(period.to ?? today, today),
        memberships: try ledger.memberships(in: market.code, asOf: entry).map(aliases.shown),
        events: try ledger.totals(
          TotalsRequest(market: market.code, period: period.range, asOf: entry, credit: credit)
        ).events,
        credit: credit, limit: request.limit)
    }
  }
}
