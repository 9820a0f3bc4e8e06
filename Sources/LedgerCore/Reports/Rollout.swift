/// What was known about the rollout of live shopping, and from whom.
public struct Rollout: Equatable, Sendable {
  /// A known claim, with the claims that dispute it.
  public struct Line: Equatable, Sendable {
    /// The claim.
    public let claim: Claim
    /// The known claims that dispute it, the latest reported last.
    public let disputedBy: [Claim]
  }

  /// All claims that were known, the latest reported last.
  public let history: [Line]
  /// The contradictions between claims.
  public let conflicts: [ClaimConflict]

  /// Computes what was known.
  ///
  /// `claims`: in the order of a repository, the latest reported last; `reportedBy`: only claims
  ///   reported by then count. A claim reported in a month counts from the month's last day.
  public init(_ claims: [Claim], reportedBy: PartialDate? = nil) {
    let known = claims.filter { claim in
      reportedBy.map { claim.reported.lastDay <= $0.lastDay } ?? true
    }
    let disputes = Dictionary(grouping: known.filter { $0.disputes != nil }, by: \.disputes)
    history = known.map { Line(claim: $0, disputedBy: disputes[$0.key] ?? []) }
    conflicts = ClaimConflict.conflicts(among: known)
  }

  /// The latest claim with a stage for each market and platform, by market, then platform.
  public var latest: [Line] {
    var lines: [Subject: Line] = [:]
    for line in history where line.claim.stage != nil { lines[Subject(line.claim)] = line }
    return lines.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// What a claim is about: a market and a platform.
struct Subject: Hashable, Comparable {
  let market: String
  let platform: String

  init(_ claim: Claim) {
    market = claim.market?.description ?? ""
    platform = claim.platform ?? ""
  }

  static func < (left: Subject, right: Subject) -> Bool {
    (left.market, left.platform) < (right.market, right.platform)
  }
}
