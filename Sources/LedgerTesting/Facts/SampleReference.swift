public import LedgerCore

extension Reference {
  /// The few markets and currencies that the contract's facts name, as every book knows them.
  public static let sample = Reference(
    markets: [
      Market(
        code: germany, isoCode: "DE", name: "Germany", currency: eur, timeZone: "Europe/Berlin"),
      Market(
        code: Market.Code("FR"), isoCode: "FR", name: "France", currency: eur,
        timeZone: "Europe/Paris"),
      Market(
        code: uk, isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: "Europe/London"),
    ], currencies: [eur, gbp, jpy, kwd, usd])
}
