import LedgerCore
import Rows

/// The rows and markets of the events that a batch names, each looked up once.
struct EventIdentities {
  typealias Identity = (id: Int64, market: Market.Code)

  private let table: EventTable
  private var known: [EventKey: Identity] = [:]
  private var last: (key: EventKey, identity: Identity)?
  private var refusals: [EventKey: LedgerError] = [:]

  init(session: any BookSession) { table = EventTable(session: session) }

  /// The row and market of an event, or `nil` if the book has no such event.
  mutating func identity(_ key: EventKey) throws(StorageError) -> Identity? {
    if let last, last.key == key { return last.identity }
    var identity = known[key]
    if identity == nil, refusals[key] == nil { identity = try table.identity(key) }
    guard let identity else { return nil }
    known[key] = identity
    last = (key, identity)
    return identity
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
