import LedgerCore
import Rows

/// Records a batch of rollout claims.
struct ClaimRecorder {
  let session: any BookSession

  func record(_ claims: [Claim], as draft: Entry.Draft) throws(StorageError) -> Recording<Claim> {
    let table = ClaimTable(session: session)
    var outcomes: [Outcome<Claim>] = []
    var new: [ClaimKey: Claim] = [:]
    for claim in claims {
      let known =
        if let known = new[claim.key] { known } else { try table.claim(claim.key)?.claim }
      if let known {
        outcomes.append(known == claim ? .alreadyRecorded : .conflicting(recorded: known))
        continue
      }
      if let disputed = claim.disputes, new[disputed] == nil, try table.claim(disputed) == nil {
        outcomes.append(.refused(try refusal(disputed, beside: Array(new.keys), in: table)))
        continue
      }
      if let market = claim.market, try !MarketTable(session: session).has(market) {
        outcomes.append(.refused(.unknownMarket(market.description, near: [])))
        continue
      }
      new[claim.key] = claim
      outcomes.append(.recorded)
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.claims, new.count), session: session)
    for (claim, outcome) in zip(claims, outcomes) where outcome == .recorded {
      try table.insert(claim, entry: entry)
    }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }

  private func refusal(
    _ key: ClaimKey, beside new: [ClaimKey], in table: ClaimTable
  ) throws(StorageError) -> LedgerError {
    let keys = try table.keys() + new.map(\.description).sorted()
    let near = nearest(to: key.description, among: keys)
    return .unknownName(.claim, key.description, near: near)
  }
}
