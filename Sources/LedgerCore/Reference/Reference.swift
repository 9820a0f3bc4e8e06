/// The markets and currencies that a book knows.
public struct Reference: Sendable {
  /// All markets, by code.
  public let markets: [Market]
  /// All currencies, by code.
  public let currencies: [Currency]
  private let marketByName: [String: Market]
  private let currencyByCode: [String: Currency]

  /// Makes the reference of a book.
  public init(markets: [Market], currencies: [Currency]) {
    self.markets = markets
    self.currencies = currencies
    var byName = [String: Market](minimumCapacity: 3 * markets.count)
    for market in markets {
      // Codes are written in capitals.
      byName[market.code.description] = market
      byName[market.isoCode] = market
      byName[market.name.uppercased()] = market
    }
    marketByName = byName
    var byCode = [String: Currency](minimumCapacity: currencies.count)
    for currency in currencies { byCode[currency.code] = currency }
    currencyByCode = byCode
  }

  /// Returns the market with a code or a name: the book's, those of ISO 3166-1, or a common one.
  ///
  /// Case, accents and spaces around the text do not matter.
  /// - Throws: ``LedgerError/unknownMarket(_:near:)``
  public func market(_ text: String) throws(LedgerError) -> Market {
    if let market = marketByName[text.uppercased()] { return market }
    if let code = Countries.isoCode(text), let market = marketByName[code] { return market }
    let name = Countries.plain(text)
    if let market = marketByName[name.uppercased()] { return market }
    if let market = markets.first(where: { Countries.plain($0.name) == name }) { return market }
    throw .unknownMarket(text, near: nearMarkets(text))
  }

  /// Returns the currency with an ISO 4217 code, in capitals or not.
  ///
  /// - Throws: ``LedgerError/unknownCurrency(_:near:)``
  public func currency(_ text: String) throws(LedgerError) -> Currency {
    if let currency = currencyByCode[text.trimmed.uppercased()] { return currency }
    let near = nearest(to: text.uppercased(), among: currencies.map(\.code), within: 1)
    throw .unknownCurrency(text, near: near)
  }

  private func nearMarkets(_ text: String) -> [String] {
    // Nearly every code is one letter from two others: only a swap of its letters is a useful hint.
    if text.count <= 2 {
      let swapped = String(text.uppercased().reversed())
      return marketByName[swapped].map { [$0.code.description] } ?? []
    }
    let names = nearest(to: text.uppercased(), among: Array(marketByName.keys).sorted())
    var codes: [String] = []
    for name in names {
      if let code = marketByName[name]?.code.description, !codes.contains(code) {
        codes.append(code)
      }
    }
    if codes.isEmpty, let iso = Countries.near(text), let market = marketByName[iso] {
      return [market.code.description]
    }
    return codes
  }
}
