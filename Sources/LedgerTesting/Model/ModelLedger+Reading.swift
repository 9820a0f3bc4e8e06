public import LedgerCore

extension ModelLedger {
  /// Returns the entries, newest first.
  public func entries(limit: Int?) throws(LedgerError) -> [Entry] {
    let numbers = (0..<book.lastEntry).map { book.lastEntry - $0 }
    return numbers.prefix(limit ?? numbers.count).compactMap(book.entry)
  }

  /// Returns the entry with a number.
  public func entry(_ number: Int64) throws(LedgerError) -> Entry? { book.entry(number) }

  /// Returns the counts and sales that some entries recorded, whether or not they are current.
  public func facts(ofEntries entries: Set<Int64>) throws(LedgerError) -> [Int64: EntryFacts] {
    var facts: [Int64: EntryFacts] = [:]
    for entry in entries {
      let own = EntryFacts(
        counts: book.counts.filter { $0.entry == entry }.map(\.fact),
        sales: book.sales.filter { $0.entry == entry }.map(\.fact.sale))
      if !own.counts.isEmpty || !own.sales.isEmpty { facts[entry] = own }
    }
    return facts
  }

  /// Returns the last entry that had been recorded at an instant.
  public func lastEntry(at instant: Instant) throws(LedgerError) -> Int64? {
    book.drafts.lastIndex { $0.recordedAt <= instant }.map { Int64($0) + 1 }
  }

  /// Returns the event with a key, and its totals.
  public func event(_ key: EventKey) throws(LedgerError) -> EventRecord {
    let facts = book.facts()
    guard let event = facts.event(key),
      let recorded = book.current(book.events).last(where: { $0.fact.key == key }),
      let entry = book.entry(recorded.entry)
    else { throw book.unknownEvent(key) }
    let amendment = book.current(book.amendments).last { $0.fact.key == key }?.entry
    return EventRecord(
      totals: facts.totals(event), entry: entry, amendment: amendment.flatMap(book.entry))
  }

  /// Returns the events of a market, or of all, that start in a period; newest first.
  public func events(
    in market: Market.Code?, during period: InstantRange, limit: Int?
  ) throws(LedgerError) -> [Event] {
    let events = book.facts().events(in: market, during: period)
    return Array(events.prefix(limit ?? events.count))
  }

  /// Returns the names of events that were current as of an entry.
  public func eventNames(asOf entry: Int64?) throws(LedgerError) -> EventNames {
    book.eventNames(asOf: entry)
  }

  /// Returns the markets and currencies that the book was given.
  public func reference() throws(LedgerError) -> Reference { book.reference }

  /// Returns the markets that have events or sales.
  public func markets() throws(LedgerError) -> Set<Market.Code> {
    let facts = book.facts()
    return Set(facts.events.map(\.market) + facts.sales.map(\.market))
  }

  /// Returns the codes of the currencies that the book has sales in.
  public func currencies() throws(LedgerError) -> Set<String> {
    Set(book.facts().sales.map(\.sale.amount.currency.code))
  }

  /// Returns the totals that a market's report needs.
  public func totals(_ request: TotalsRequest) throws(LedgerError) -> MarketTotals {
    book.facts(asOf: request.asOf).totals(request)
  }

  /// Returns how many people watched an event at once, as of an entry.
  public func curve(
    of event: EventKey, asOf entry: Int64?
  ) throws(LedgerError) -> AudienceCurve {
    let counts = book.facts(asOf: entry).curve(of: event, .concurrent)
    return AudienceCurve(points: counts.map { AudienceCurve.Point(at: $0.at, count: $0.count) })
  }

  /// Returns everything ever recorded of the numbers of an event.
  public func history(of event: EventKey) throws(LedgerError) -> EventHistory {
    try book.history(of: event)
  }

  /// Returns what entries recorded of the events with a key, oldest first.
  public func steps(ofEvent key: EventKey) throws(LedgerError) -> [HistoryStep<Event>] {
    book.steps(ofEvent: key)
  }

  /// Returns what entries recorded of the claims with a key, oldest first.
  public func steps(ofClaim key: ClaimKey) throws(LedgerError) -> [HistoryStep<Claim>] {
    book.steps(ofClaim: key)
  }

  /// Returns what entries recorded of the surveys with a key, oldest first.
  public func steps(ofSurvey key: SurveyKey) throws(LedgerError) -> [HistoryStep<Survey>] {
    book.steps(ofSurvey: key)
  }

  /// Computes the digests again, compares receipts with them, and applies the rules.
  ///
  /// The rules are all but ``AuditRule/endsBeforeStart``: no event that can be recorded breaks it.
  public func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification {
    try book.verify(plan)
  }
}
