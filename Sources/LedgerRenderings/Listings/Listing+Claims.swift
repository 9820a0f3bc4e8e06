package import LedgerCore

extension Listing {
  /// Claims about the rollout, with those that dispute them.
  package static func claims(_ lines: [Rollout.Line]) -> Listing {
    Listing(
      lines,
      [
        "market": { .optional($0.claim.market?.description) },
        "platform": { .optional($0.claim.platform) },
        "stage": { .optional($0.claim.stage?.rawValue) },
        "effective": { .optional($0.claim.effective?.description) },
        "reported": { .text($0.claim.reported.description) },
        "source": { .text($0.claim.source) },
        "claim": { .text($0.claim.key.description) },
        "disputes": { .optional($0.claim.disputes?.description) },
        "disputed_by": { .list($0.disputedBy.map(\.key.description)) },
        "quote": { .optional($0.claim.quote) },
        "url": { .optional($0.claim.url) },
      ])
  }

  /// Claims that contradict each other.
  package static func conflicts(_ conflicts: [ClaimConflict]) -> Listing {
    Listing(
      conflicts,
      [
        "market": { .optional($0.claim.market?.description) },
        "platform": { .optional($0.claim.platform) },
        "conflict": { .text($0.reason.rawValue) },
        "claim": { .text($0.claim.key.description) },
        "stage": { .optional($0.claim.stage?.rawValue) },
        "effective": { .optional($0.claim.effective?.description) },
        "reported": { .text($0.claim.reported.description) },
        "source": { .text($0.claim.source) },
        "other_claim": { .text($0.other.key.description) },
        "other_stage": { .optional($0.other.stage?.rawValue) },
        "other_effective": { .optional($0.other.effective?.description) },
        "other_reported": { .text($0.other.reported.description) },
        "other_source": { .text($0.other.source) },
      ])
  }
}
