package import LedgerCore

extension Listing {
  /// Shows.
  package static func events(_ events: [Event]) -> Listing {
    Listing(
      events,
      [
        "event": { .text($0.key.description) },
        "market": { .text($0.market.description) },
        "platform": { .text($0.platform) },
        "starts_at": { .text($0.startsAt.description) },
        "ends_at": { .optional($0.endsAt?.description) },
        "title": { .text($0.title) },
        "brands": { .list($0.brands) },
        "creators": { .list($0.creators.map(\.name)) },
      ])
  }
}
