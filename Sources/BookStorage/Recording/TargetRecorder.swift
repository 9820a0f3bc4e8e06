import LedgerCore
import Rows

/// Records a batch of targets.
struct TargetRecorder {
  let session: any BookSession
  let onConflict: ConflictRule

  /// A key whose event is the one that the book has now.
  private struct Place: Hashable {
    let place: TargetTable.Place
    let key: Target.Key
  }

  func record(
    _ targets: [Target], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<Target> {
    let table = TargetTable(session: session)
    var finder = try TargetPlaces(session: session)
    var outcomes: [Outcome<Target>] = []
    var ofBatch: [Place: Target] = [:]
    var new: [(target: Target, place: TargetTable.Place)] = []
    for target in targets {
      let place: Place
      switch try finder.place(of: target) {
      case .failure(let refusal):
        outcomes.append(.refused(refusal))
        continue
      case .success(let found): place = Place(place: found, key: target.key)
      }
      let isOfBatch = ofBatch[place] != nil
      let known =
        if let known = ofBatch[place] { known } else {
          try table.target(target.key, at: place.place)
        }
      if let known {
        // Two values for one key in one batch stay a conflict: neither is the later one.
        guard known.amount != target.amount, onConflict == .restate, !isOfBatch else {
          outcomes.append(
            known.amount == target.amount ? .alreadyRecorded : .conflicting(recorded: known))
          continue
        }
        outcomes.append(.restated(from: known))
      } else {
        outcomes.append(.recorded)
      }
      ofBatch[place] = target
      new.append((target, place.place))
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.targets, new.count), session: session)
    for (target, place) in new { try table.insert(target, at: place, entry: entry) }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }
}

/// Finds the markets and events that targets are for.
private struct TargetPlaces {
  private let markets: Set<Market.Code>
  private let currencies: Currencies
  private var identities: EventIdentities

  init(session: any BookSession) throws(StorageError) {
    markets = Set(try MarketTable(session: session).all().map(\.code))
    currencies = try Currencies(session: session)
    identities = EventIdentities(session: session)
  }

  mutating func place(
    of target: Target
  ) throws(StorageError) -> Result<TargetTable.Place, LedgerError> {
    if let code = target.money?.currency.code, currencies[code] == nil {
      return .failure(.unknownCurrency(code, near: []))
    }
    switch target.scope {
    case .market(let market):
      guard markets.contains(market) else {
        return .failure(.unknownMarket(market.description, near: []))
      }
      return .success(TargetTable.Place(market: market, event: nil))
    case .event(let key):
      guard let identity = try identities.identity(key) else {
        return .failure(try identities.refusal(key))
      }
      return .success(TargetTable.Place(market: identity.market, event: identity.id))
    }
  }
}
