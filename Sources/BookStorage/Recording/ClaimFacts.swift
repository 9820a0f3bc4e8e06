import LedgerCore
import Rows

/// Claims about the rollout, as they are recorded.
struct ClaimFacts: KeyedFacts {
  let table: ClaimTable
  let reference: KnownReference
  let type = FactType.claims

  init(session: any BookSession) {
    table = ClaimTable(session: session)
    reference = KnownReference(session: session)
  }

  func keys(of claims: [Claim]) -> [Result<ClaimKey, LedgerError>] {
    claims.map { .success($0.key) }
  }

  func known(_ keys: Set<ClaimKey>) throws(StorageError) -> [ClaimKey: Claim] {
    try table.claims(keys)
  }

  func refusal(
    of claim: Claim, after new: [ClaimKey: Claim]
  ) throws(StorageError) -> LedgerError? {
    if let disputed = claim.disputes, new[disputed] == nil, try table.claim(disputed) == nil {
      let keys = try table.keys() + new.keys.map(\.description).sorted()
      let near = nearest(to: disputed.description, among: keys)
      return .unknownName(.claim, disputed.description, near: near)
    }
    return try reference.refusal(of: claim.market)
  }

  func insert(
    _ claims: [(key: ClaimKey, fact: Claim, restated: Claim?)], entry: OpenEntry
  ) throws(StorageError) {
    for claim in claims { try table.insert(claim.fact, entry: entry) }
  }
}
