package import LedgerCore

extension Listing {
  /// Targets of markets and shows.
  package static func targets(_ records: [TargetRecord]) -> Listing {
    Listing(
      records,
      [
        "market": { .text($0.market.description) },
        "event": { .optional($0.target.event?.description) },
        "metric": { .text($0.target.metric.description) },
        "period": { .optional($0.target.period?.description) },
        "value": { .text($0.target.exactText) },
        "currency": { .optional($0.target.money?.currency.code) },
        "source": { .optional($0.target.source) },
        "entry": { .integer($0.entry) },
      ])
  }
}
