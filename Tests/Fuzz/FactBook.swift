import LedgerCore

/// A book in memory that takes any fact of any event, once.
final class FactBook: EventRepository, AudienceRepository, SaleRepository,
  ReportedTotalRepository
{
  private var facts: [String: any Fact] = [:]

  /// How many facts were recorded.
  var count: Int { facts.count }

  func record(_ events: [Event], as draft: Entry.Draft) -> Recording<Event> { record(events) }

  func record(
    _ counts: [AudienceCount], as draft: Entry.Draft, onConflict: ConflictRule
  ) -> Recording<AudienceCount> { record(counts) }

  func record(_ sales: [Sale], as draft: Entry.Draft) -> Recording<Sale> { record(sales) }

  func record(_ totals: [ReportedTotal], as draft: Entry.Draft) -> Recording<ReportedTotal> {
    record(totals)
  }

  func event(_ key: EventKey) throws(LedgerError) -> EventRecord {
    throw .unknownEvent(key.description, near: [], count: 0)
  }

  func events(in market: Market.Code?, during period: InstantRange, limit: Int?) -> [Event] { [] }

  private func record<F: Fact>(_ new: [F]) -> Recording<F> {
    let outcomes = new.map { fact -> Outcome<F> in
      guard let known = facts[fact.subject] as? F else {
        facts[fact.subject] = fact
        return .recorded
      }
      return known == fact ? .alreadyRecorded : .conflicting(recorded: known)
    }
    return Recording(entry: outcomes.contains(.recorded) ? 1 : nil, outcomes: outcomes)
  }
}
