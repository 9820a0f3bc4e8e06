public import LedgerCore

extension ModelLedger {
  /// Returns the current claims on a market, or on all markets, as of an entry.
  public func claims(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [Claim] { book.claims(in: market, asOf: entry) }

  /// Returns the claim with a key, and its entry.
  public func claim(_ key: ClaimKey) throws(LedgerError) -> FactRecord<Claim>? {
    guard let claim = book.current(book.claims).last(where: { $0.fact.key == key }) else {
      return nil
    }
    return book.entry(claim.entry).map { FactRecord(fact: claim.fact, entry: $0) }
  }

  /// Returns the current surveys of a market, or of all markets, as of an entry.
  public func surveys(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [Survey] { book.surveys(in: market, asOf: entry) }

  /// Returns the survey with a key, and its entry.
  public func survey(_ key: SurveyKey) throws(LedgerError) -> FactRecord<Survey>? {
    guard let survey = book.current(book.surveys).last(where: { $0.fact.key == key }) else {
      return nil
    }
    return book.entry(survey.entry).map { FactRecord(fact: survey.fact, entry: $0) }
  }

  /// Returns the rates between some currencies, each pair in the order of its days.
  public func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) throws(LedgerError) -> [ExchangeRate] {
    book.rates(between: currencies, on: days, asOf: entry)
  }

  /// Returns the targets of a market and of its events, or of all markets.
  public func targets(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [TargetRecord] { book.targets(in: market, asOf: entry) }

  /// Returns every version of every setting as of an entry, oldest first.
  public func settingVersions(asOf entry: Int64?) throws(LedgerError) -> [SettingRecord] {
    book.settingVersions(asOf: entry)
  }

  /// Returns the coverages of a market, or of all markets, by market and start.
  public func coverages(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [CoverageRecord] { book.coverages(in: market, asOf: entry) }

  /// Returns which events are one show, by event and other.
  public func sameShows(asOf entry: Int64?) throws(LedgerError) -> [FactRecord<SameShow>] {
    book.sameShows(asOf: entry).compactMap { recorded in
      book.entry(recorded.entry).map { FactRecord(fact: recorded.fact, entry: $0) }
    }
  }

  /// Returns the current marks of some events, by event, start, kind and entry.
  public func marks(
    _ filter: MarkFilter, asOf entry: Int64?
  ) throws(LedgerError) -> [MarkRecord] { book.marks(filter, asOf: entry) }

  /// Returns the movements of orders that some events sold.
  public func soldLines(
    in market: Market.Code, of events: Set<EventKey>, asOf entry: Int64?
  ) throws(LedgerError) -> [SoldLine] { book.soldLines(in: market, of: events, asOf: entry) }

  /// Returns the current aliases, by kind, canonical name and name.
  public func aliases(asOf entry: Int64?) throws(LedgerError) -> [AliasRecord] {
    book.aliases(asOf: entry)
  }

  /// Returns the current credits, and what each comes to.
  public func credits(
    _ filter: CreditFilter, limit: Int?, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditRecord] {
    book.credits(filter, limit: limit, asOf: entry)
  }

  /// Returns how many current credits there are, by what they come to.
  public func creditCounts(
    _ filter: CreditFilter, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditState: Int] {
    Dictionary(grouping: book.credits(filter, limit: nil, asOf: entry), by: \.state)
      .mapValues(\.count)
  }

  /// Returns how many orders each source of a market sold in a period.
  public func sourceOrders(
    in market: Market.Code, during period: InstantRange, asOf entry: Int64?
  ) throws(LedgerError) -> [SourceOrders] {
    book.facts(asOf: entry).sourceOrders(in: market, during: period)
  }

  /// Returns the memberships of a market, by the day of joining, then by name.
  public func memberships(
    in market: Market.Code, asOf entry: Int64?
  ) throws(LedgerError) -> [Membership] { book.memberships(in: market, asOf: entry) }
}
