import LedgerCore
import Rows

/// The markets and currencies that facts name, each looked up once.
final class KnownReference {
  private let session: any BookSession
  private var markets: [Market.Code: Bool] = [:]
  private var currencies: Currencies?

  init(session: any BookSession) { self.session = session }

  /// Why a fact of a market is refused; `nil` if the book has the market, or there is none.
  func refusal(of market: Market.Code?) throws(StorageError) -> LedgerError? {
    guard let market else { return nil }
    let isKnown =
      if let known = markets[market] { known } else {
        try MarketTable(session: session).has(market)
      }
    markets[market] = isKnown
    return isKnown ? nil : .unknownMarket(market.description, near: [])
  }

  /// Why an amount is refused; `nil` if the book has its currency, or there is none.
  func refusal(of currency: Currency?) throws(StorageError) -> LedgerError? {
    guard let code = currency?.code else { return nil }
    return try refusal(ofCurrency: code)
  }

  /// Why a code is refused; `nil` if the book has its currency.
  func refusal(ofCurrency code: String) throws(StorageError) -> LedgerError? {
    let currencies =
      if let known = self.currencies { known } else { try Currencies(session: session) }
    self.currencies = currencies
    return currencies[code] == nil ? .unknownCurrency(code, near: []) : nil
  }
}
