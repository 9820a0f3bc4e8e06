import LedgerCore

/// A book in memory that takes any fact of any event, once.
final class FactBook: EventRepository, AudienceRepository, SaleRepository,
  ReportedTotalRepository, ClaimRepository, SurveyRepository, RateRepository, TargetRepository,
  MembershipRepository, CreditRepository, MarkRepository, AliasRepository
{
  private var facts: [String: any Fact] = [:]

  /// How many facts were recorded.
  var count: Int { facts.count }

  func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) -> Recording<Event> { record(events) }

  func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) -> Recording<AudienceCount> { record((0..<counts.count).map { counts[$0] }) }

  func recordSales<T>(
    _ body: (any SaleRecording) throws(LedgerError) -> T
  ) throws(LedgerError) -> T { try body(self) }

  func record(_ sales: SaleBatch, as draft: Entry.Draft) -> Recording<Sale> {
    record((0..<sales.count).map { sales[$0] })
  }

  func record(_ totals: [ReportedTotal], as draft: Entry.Draft) -> Recording<ReportedTotal> {
    record(totals)
  }

  func record(_ claims: [Claim], as draft: Entry.Draft) -> Recording<Claim> { record(claims) }

  func record(_ surveys: [Survey], as draft: Entry.Draft) -> Recording<Survey> { record(surveys) }

  func record(
    _ rates: [ExchangeRate], as draft: Entry.Draft, onConflict: ConflictRule
  ) -> Recording<ExchangeRate> { record(rates) }

  func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) -> Recording<Target> { record(targets) }

  func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) -> Recording<Membership> { record(memberships) }

  func record(_ credits: [Credit], as draft: Entry.Draft) -> Recording<Credit> { record(credits) }

  func record(_ aliases: [Alias], as draft: Entry.Draft) -> Recording<Alias> { record(aliases) }
  func aliases(asOf entry: Int64?) -> [AliasRecord] { [] }

  func event(_ key: EventKey) throws(LedgerError) -> EventRecord {
    throw .unknownEvent(key.description, near: [], count: 0)
  }

  func events(in market: Market.Code?, during period: InstantRange, limit: Int?) -> [Event] { [] }

  func claims(in market: Market.Code?, asOf entry: Int64?) -> [Claim] { [] }
  func claim(_ key: ClaimKey) -> FactRecord<Claim>? { nil }
  func surveys(in market: Market.Code?, asOf entry: Int64?) -> [Survey] { [] }
  func survey(_ key: SurveyKey) -> FactRecord<Survey>? { nil }
  func targets(in market: Market.Code?, asOf entry: Int64?) -> [TargetRecord] { [] }
  func memberships(in market: Market.Code, asOf entry: Int64?) -> [Membership] { [] }

  func record(_ marks: [Mark], as draft: Entry.Draft) -> Recording<Mark> { record(marks) }
  func marks(_ filter: MarkFilter, asOf entry: Int64?) -> [MarkRecord] { [] }
  func soldLines(
    in market: Market.Code, of events: Set<EventKey>, asOf entry: Int64?
  ) -> [SoldLine] { [] }

  func creditCounts(_ filter: CreditFilter, asOf entry: Int64?) -> [CreditState: Int] { [:] }
  func credits(_ filter: CreditFilter, limit: Int?, asOf entry: Int64?) -> [CreditRecord] { [] }

  func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) -> [ExchangeRate] { [] }

  private func record<F: Fact>(_ new: [F]) -> Recording<F> {
    let outcomes = new.map { fact -> Outcome<F> in
      guard let known = facts[fact.subject] as? F else {
        facts[fact.subject] = fact
        return .recorded
      }
      return known == fact ? .alreadyRecorded : .conflicting(recorded: known)
    }
    return Recording(
      receipt: outcomes.contains(.recorded) ? Receipt(entry: 1, digest: "") : nil,
      outcomes: outcomes)
  }
}
