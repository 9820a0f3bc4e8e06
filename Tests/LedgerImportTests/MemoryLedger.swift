import LedgerCore

/// A ledger in memory, which knows as much of the rules as an import can meet.
final class MemoryLedger: EventRepository, AudienceRepository, SaleRepository,
  ReportedTotalRepository, ClaimRepository, SurveyRepository, RateRepository, TargetRepository,
  MembershipRepository, CreditRepository, MarkRepository, AliasRepository
{
  private(set) var events: [EventKey: Event] = [:]
  private(set) var counts: [AudienceCount.Key: AudienceCount] = [:]
  private(set) var sales: [Sale.Key: Sale] = [:]
  private(set) var totals: [ReportedTotal.Key: ReportedTotal] = [:]
  private(set) var claims: [ClaimKey: Claim] = [:]
  private(set) var surveys: [SurveyKey: Survey] = [:]
  private(set) var rates: [ExchangeRate.Key: ExchangeRate] = [:]
  private(set) var targets: [Target.Key: Target] = [:]
  private(set) var credits: [Credit] = []
  private(set) var marks: [Mark] = []
  private(set) var aliases: [Alias] = []
  private(set) var memberships: [Membership.Key: Membership] = [:]
  /// The sizes of the batches, in their order.
  private(set) var batches: [Int] = []
  private(set) var drafts: [Entry.Draft] = []
  /// Thrown by the batch of this number, from 1 on.
  var failure: (batch: Int, error: LedgerError)?

  func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Event> {
    try recording(events, draft) { event in
      let known = self.events[event.key]
      if let known, known == event || onConflict == .refuse { return outcome(event, known) }
      self.events[event.key] = event
      return known.map(Outcome.restated) ?? .recorded
    }
  }

  func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<AudienceCount> {
    try recording((0..<counts.count).map { counts[$0] }, draft) { count in
      guard events[count.event] != nil else { return .refused(unknown(count.event)) }
      let known = self.counts[count.key]
      if let known, known == count || onConflict == .refuse { return outcome(count, known) }
      self.counts[count.key] = count
      return known.map(Outcome.restated) ?? .recorded
    }
  }

  var gainsByMore: Bool { true }

  func recordSales<T>(
    _ body: (any SaleRecording) throws(LedgerError) -> T
  ) throws(LedgerError) -> T {
    let before = sales
    do throws(LedgerError) { return try body(self) } catch {
      sales = before
      throw error
    }
  }

  func record(_ sales: SaleBatch, as draft: Entry.Draft) throws(LedgerError) -> Recording<Sale> {
    let batch = (0..<sales.count).map { sales[$0] }
    return try recording(batch, draft) { sale in
      if let key = sale.event {
        guard let event = events[key] else { return .refused(unknown(key)) }
        if let market = sale.market, market != event.market {
          return .refused(
            .marketOfEvent(
              event: key.description, market: event.market.description, given: market.description))
        }
      }
      if sale.extent != .movement {
        let order = self.sales.values.filter {
          $0.key.source == sale.key.source && $0.key.order == sale.key.order
        }
        if sale.extent == .wholeOrder, let known = self.sales[sale.key] {
          return outcome(sale, known)
        }
        let lines = Set(
          (order + batch.filter { $0.key.order == sale.key.order })
            .filter { $0.key.kind == .sale }.map(\.key.line))
        let lacking = sale.extent.lacking(
          of: sale.part, known: order.map(\.part),
          Sale.StatedOrder(
            hasOneLine: lines.count == 1, hasQuantities: true,
            lastObserved: order.compactMap(\.observedAt).max())
        ).compactMap { try? sale.with($0) }
        for movement in lacking { self.sales[movement.key] = movement }
        return lacking.isEmpty ? .alreadyRecorded : .recorded
      }
      if let known = self.sales[sale.key] {
        return (try? known.observed(at: sale.observedAt)) == sale
          ? .alreadyRecorded : .conflicting(recorded: known)
      }
      self.sales[sale.key] = sale
      return .recorded
    }
  }

  func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<ReportedTotal> {
    try recording(totals, draft) { total in
      guard events[total.event] != nil else { return .refused(unknown(total.event)) }
      if let known = self.totals[total.key] { return outcome(total, known) }
      self.totals[total.key] = total
      return .recorded
    }
  }

  func record(_ claims: [Claim], as draft: Entry.Draft) throws(LedgerError) -> Recording<Claim> {
    try recording(claims, draft) { claim in
      if let known = self.claims[claim.key] { return outcome(claim, known) }
      self.claims[claim.key] = claim
      return .recorded
    }
  }

  func record(
    _ surveys: [Survey], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Survey> {
    try recording(surveys, draft) { survey in
      if let known = self.surveys[survey.key] { return outcome(survey, known) }
      self.surveys[survey.key] = survey
      return .recorded
    }
  }

  func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<ExchangeRate> {
    try recording(rates, draft) { rate in
      let known = self.rates[rate.key]
      if let known, known == rate || onConflict == .refuse { return outcome(rate, known) }
      self.rates[rate.key] = rate
      return known.map(Outcome.restated) ?? .recorded
    }
  }

  func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) throws(LedgerError) -> [ExchangeRate] { Array(rates.values) }

  func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target> {
    try recording(targets, draft) { target in
      if let event = target.event, events[event] == nil { return .refused(unknown(event)) }
      let known = self.targets[target.key]
      if let known, known == target || onConflict == .refuse { return outcome(target, known) }
      self.targets[target.key] = target
      return known.map(Outcome.restated) ?? .recorded
    }
  }

  func targets(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [TargetRecord] { [] }

  func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Membership> {
    try recording(memberships, draft) { membership in
      if let known = self.memberships[membership.key], known.leaving != nil {
        return outcome(membership, known)
      }
      self.memberships[membership.key] = membership
      return .recorded
    }
  }

  func claims(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [Claim] {
    Array(claims.values)
  }

  func surveys(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [Survey] {
    Array(surveys.values)
  }

  func claim(_ key: ClaimKey) throws(LedgerError) -> FactRecord<Claim>? { nil }

  func record(
    _ credits: [Credit], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Credit> {
    try recording(credits, draft) { credit in
      if self.credits.contains(credit) { return .alreadyRecorded }
      self.credits.append(credit)
      return .recorded
    }
  }

  func record(
    _ aliases: [Alias], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Alias> {
    try recording(aliases, draft) { alias in
      self.aliases.append(alias)
      return .recorded
    }
  }

  func aliases(asOf entry: Int64?) throws(LedgerError) -> [AliasRecord] {
    aliases.map { AliasRecord(alias: $0, entry: 1) }
  }

  func credits(
    _ filter: CreditFilter, limit: Int?, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditRecord] {
    credits.map { CreditRecord(credit: $0, state: .noSale, entry: 1) }
  }

  func record(
    _ marks: [Mark], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Mark> {
    try recording(marks, draft) { mark in
      self.marks.append(mark)
      return .recorded
    }
  }

  func marks(_ filter: MarkFilter, asOf entry: Int64?) throws(LedgerError) -> [MarkRecord] { [] }

  func soldLines(
    in market: Market.Code, of events: Set<EventKey>, asOf entry: Int64?
  ) throws(LedgerError) -> [SoldLine] { [] }

  func creditCounts(
    _ filter: CreditFilter, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditState: Int] { [.noSale: credits.count] }

  func survey(_ key: SurveyKey) throws(LedgerError) -> FactRecord<Survey>? { nil }
  func memberships(
    in market: Market.Code, asOf entry: Int64?
  ) throws(LedgerError) -> [Membership] { Array(memberships.values) }

  func event(_ key: EventKey) throws(LedgerError) -> EventRecord {
    guard let event = events[key] else { throw unknown(key) }
    let draft = Entry.Draft(recordedAt: .earliest, command: "import")
    return EventRecord(
      totals: EventTotals(event: event, audience: [], sales: []),
      entry: Entry(number: 1, draft: draft, counts: Entry.Counts(.events, 1)))
  }

  func events(
    in market: Market.Code?, during period: InstantRange, limit: Int?
  ) throws(LedgerError) -> [Event] { Array(events.values) }

  private func unknown(_ key: EventKey) -> LedgerError {
    .unknownEvent(key.description, near: [], count: events.count)
  }

  private func outcome<F: Fact>(_ given: F, _ known: F) -> Outcome<F> {
    given == known ? .alreadyRecorded : .conflicting(recorded: known)
  }

  private func recording<F: Fact>(
    _ facts: [F], _ draft: Entry.Draft, _ outcome: (F) -> Outcome<F>
  ) throws(LedgerError) -> Recording<F> {
    batches.append(facts.count)
    drafts.append(draft)
    if let failure, failure.batch == batches.count { throw failure.error }
    let outcomes = facts.map(outcome)
    return Recording(
      receipt: outcomes.contains(.recorded)
        ? Receipt(entry: Int64(batches.count), digest: "") : nil, outcomes: outcomes)
  }
}

extension Sale {
  /// The same, as a source showed it at another time, or an unknown one.
  fileprivate func observed(at instant: Instant?) throws(LedgerError) -> Sale {
    try Sale(
      source: key.source, order: key.order, line: key.line, kind: key.kind, product: product,
      quantity: isQuantityUnknown ? nil : quantity, amount: amount, at: at, notBefore: notBefore,
      observedAt: instant, event: event, market: market, extent: extent)
  }

  fileprivate var part: Part {
    Part(
      kind: key.kind, line: key.line, product: product, currency: amount.currency,
      micros: Int64(clamping: amount.micros), quantity: isQuantityUnknown ? nil : quantity, at: at,
      notBefore: notBefore ?? at)
  }

  fileprivate func with(_ part: Part) throws(LedgerError) -> Sale {
    try Sale(
      source: key.source, order: key.order, line: part.line, kind: key.kind,
      product: part.product, quantity: part.quantity,
      amount: Money(micros: Int128(part.micros), currency: amount.currency), at: part.at,
      notBefore: part.notBefore < part.at ? part.notBefore : nil, observedAt: observedAt,
      event: event, market: market)
  }
}
