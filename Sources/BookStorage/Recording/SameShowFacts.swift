import LedgerCore
import Rows

/// Which events are one show, as it is recorded.
struct SameShowFacts: KeyedFacts {
  let session: any BookSession
  let type = FactType.sameShows
  private let table: SameShowTable
  private var identities: [EventKey: EventIdentities.Identity] = [:]
  /// The current statements, by the event that is the same as another one.
  private let known: [EventKey: SameShow]

  init(session: any BookSession) throws(StorageError) {
    self.session = session
    table = SameShowTable(session: session)
    known = Dictionary(
      try table.statements(asOf: .max).map { ($0.fact.other, $0.fact) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func keys(
    of shows: [SameShow]
  ) throws(StorageError) -> [Result<EventKey, LedgerError>] {
    var found = try EventIdentities(
      of: shows.flatMap { [$0.event, $0.other] }, session: session)
    return try shows.map { show throws(StorageError) in
      for key in [show.event, show.other] {
        switch try found.identity(key) {
        case .success(let identity): identities[key] = identity
        case .failure(let refusal): return .failure(refusal)
        }
      }
      guard let market = identities[show.event]?.market,
        let other = identities[show.other]?.market, market == other
      else {
        return .failure(
          .marketOfEvent(
            event: show.event.description,
            market: identities[show.event]?.market.description ?? "",
            given: identities[show.other]?.market.description ?? ""))
      }
      return .success(show.other)
    }
  }

  func known(_ keys: Set<EventKey>) -> [EventKey: SameShow] {
    known.filter { keys.contains($0.key) }
  }

  func refusal(of show: SameShow, after new: [EventKey: SameShow]) -> LedgerError? {
    if let listed = known[show.event] ?? new[show.event] {
      return .contradicts(
        field: "event", value: show.event.description,
        reason: "is the same show as \"\(listed.event)\" already: name that one")
    }
    let all = known.merging(new) { first, _ in first }.values
    if let other = all.filter({ $0.event == show.other }).min(by: { $0.other < $1.other }) {
      return .contradicts(
        field: "other", value: show.other.description,
        reason: "is the event by which \"\(other.other)\" is listed: name them the other way round")
    }
    return nil
  }

  func isSame(_ recorded: SameShow, _ show: SameShow) -> Bool { recorded.event == show.event }

  func canRestate(_ recorded: SameShow, by fact: SameShow) -> Bool { false }

  func insert(
    _ shows: [(key: EventKey, fact: SameShow, restated: SameShow?)], entry: OpenEntry
  ) throws(StorageError) {
    let rows = shows.compactMap { show -> (other: Int64, event: Int64, citation: String?)? in
      guard let other = identities[show.fact.other]?.id,
        let event = identities[show.fact.event]?.id
      else { return nil }
      return (other, event, show.fact.citation)
    }
    let totals = try CreditedTotals(
      of: table.orders(ofEvents: rows.map(\.other)), session: session)
    for row in rows {
      try table.insert(
        other: row.other, event: row.event, citation: row.citation, entry: entry)
    }
    try totals.write()
  }
}
