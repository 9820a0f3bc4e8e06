import LedgerCore
import Rows

/// The rows and markets of the events that a batch names, all looked up at once.
struct EventIdentities {
  typealias Identity = (id: Int64, market: Market.Code)

  private let table: EventTable
  private let known: [EventKey: Identity]
  private var refusals: [EventKey: LedgerError] = [:]

  init(of keys: some Sequence<EventKey>, session: any BookSession) throws(StorageError) {
    table = EventTable(session: session)
    let keys = Set(keys)
    known = keys.isEmpty ? [:] : try table.identities(keys)
  }

  /// The row and market of an event, or `nil` if the book has no such event.
  subscript(key: EventKey) -> Identity? { known[key] }

  /// The row and market of an event, or why a fact of an unknown event is refused.
  mutating func identity(_ key: EventKey) throws(StorageError) -> Result<Identity, LedgerError> {
    if let identity = known[key] { return .success(identity) }
    return .failure(try refusal(key))
  }

  /// Why a fact of an unknown event is refused, with similar keys.
  mutating func refusal(_ key: EventKey) throws(StorageError) -> LedgerError {
    if let refusal = refusals[key] { return refusal }
    let keys = try table.keys()
    let refusal = LedgerError.unknownEvent(
      key.description, near: nearest(to: key.description, among: keys), count: keys.count)
    refusals[key] = refusal
    return refusal
  }
}
