package import LedgerCore

extension Listing {
  /// Exchange rates.
  package static func rates(_ rates: [ExchangeRate]) -> Listing {
    Listing(
      rates,
      [
        "date": { .text($0.day.description) },
        "base": { .text($0.base.code) },
        "currency": { .text($0.currency.code) },
        "rate": { .text($0.value.text) },
        "source": { .text($0.source) },
      ])
  }
}
