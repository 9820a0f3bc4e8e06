package import LedgerCore

extension Listing {
  /// Credits of orders to shows.
  package static func credits(_ records: [CreditRecord]) -> Listing {
    Listing(
      records,
      [
        "source": { .text($0.credit.source) },
        "order": { .text($0.credit.order) },
        "line": { $0.credit.line.map { .integer($0) } ?? .null },
        "event": { .optional($0.credit.event?.description) },
        "channel": { .optional($0.credit.channel?.rawValue) },
        "creator": { .optional($0.credit.creator) },
        "state": { .text($0.state.rawValue) },
        "observed_at": { .optional($0.credit.observedAt?.description) },
        "citation": { .optional($0.credit.citation) },
        "entry": { .integer($0.entry) },
      ])
  }
}
