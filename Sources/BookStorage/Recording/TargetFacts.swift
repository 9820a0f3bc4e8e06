import LedgerCore
import Rows

/// Targets, as they are recorded.
struct TargetFacts: KeyedFacts {
  let table: TargetTable
  let reference: KnownReference
  let type = FactType.targets

  init(session: any BookSession) {
    table = TargetTable(session: session)
    reference = KnownReference(session: session)
  }

  func keys(
    of targets: [Target]
  ) throws(StorageError) -> [Result<TargetTable.Key, LedgerError>] {
    var events = try EventIdentities(of: targets.compactMap(\.event), session: table.session)
    return try targets.map { target throws(StorageError) in
      if let refusal = try reference.refusal(of: target.money?.currency) {
        return .failure(refusal)
      }
      switch target.scope {
      case .market(let market):
        if let refusal = try reference.refusal(of: market) { return .failure(refusal) }
        return .success(TargetTable.Key(market: market, event: nil, target: target.key))
      case .event(let key):
        return try events.identity(key).map { event in
          TargetTable.Key(market: event.market, event: event.id, target: target.key)
        }
      }
    }
  }

  func known(_ keys: Set<TargetTable.Key>) throws(StorageError) -> [TargetTable.Key: Target] {
    try table.targets(keys)
  }

  func isSame(_ recorded: Target, _ target: Target) -> Bool { recorded.amount == target.amount }

  func insert(
    _ targets: [(key: TargetTable.Key, fact: Target, restated: Target?)], entry: OpenEntry
  ) throws(StorageError) {
    for target in targets { try table.insert(target.fact, at: target.key, entry: entry) }
  }
}
