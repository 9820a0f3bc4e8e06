import LedgerCore
import Rows

/// Marks of shows, as they are recorded.
struct MarkFacts: KeyedFacts {
  let session: any BookSession
  let type = FactType.marks
  private let table: EventMarkTable
  private var events: [EventKey: Int64] = [:]

  init(session: any BookSession) {
    self.session = session
    table = EventMarkTable(session: session)
  }

  mutating func keys(
    of marks: [Mark]
  ) throws(StorageError) -> [Result<EventMarkTable.Key, LedgerError>] {
    var found = try EventIdentities(of: marks.map(\.event), session: session)
    return try marks.map { mark throws(StorageError) in
      switch try found.identity(mark.event) {
      case .success(let identity):
        events[mark.event] = identity.id
        return .success(EventMarkTable.Key(mark, event: identity.id))
      case .failure(let refusal): return .failure(refusal)
      }
    }
  }

  func known(_ keys: Set<EventMarkTable.Key>) throws(StorageError) -> [EventMarkTable.Key: Mark] {
    var known: [EventMarkTable.Key: Mark] = [:]
    for key in events.keys {
      for (record, event) in try table.marks(of: key, asOf: .max) {
        known[EventMarkTable.Key(record.mark, event: event)] = record.mark
      }
    }
    return known
  }

  func isSame(_ recorded: Mark, _ mark: Mark) -> Bool { recorded.endsAt == mark.endsAt }

  func canRestate(_ recorded: Mark, by mark: Mark) -> Bool { false }

  func insert(
    _ marks: [(key: EventMarkTable.Key, fact: Mark, restated: Mark?)], entry: OpenEntry
  ) throws(StorageError) {
    try entry.learn(marks.compactMap(\.fact.creator))
    for mark in marks {
      guard let event = events[mark.fact.event] else { continue }
      try table.insert(mark.fact, event: event, entry: entry)
    }
  }
}
