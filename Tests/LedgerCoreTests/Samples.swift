import LedgerCore

let gbp = Currency(code: "GBP", digits: 2)
let jpy = Currency(code: "JPY", digits: 0)
let kwd = Currency(code: "KWD", digits: 3)

/// An event that starts on 8 December 2021.
func event(
  _ key: String = "a", ends: String? = "2021-12-08T19:00Z", brands: [String] = [],
  creators: [Creator] = []
) throws -> Event {
  try Event(
    key: EventKey(key), market: Market.Code("UK"), platform: "tiktok", title: key,
    startsAt: instant("2021-12-08T18:00Z"), endsAt: ends.map(instant), brands: brands,
    creators: creators)
}

func sale(
  _ kind: Sale.Kind = .sale, source: String = "shop", order: String = "1", line: Int64 = 1,
  product: String? = "x", quantity: Int64 = 1, micros: Int128 = 1_000_000,
  event: EventKey? = nil, market: String? = "UK"
) throws -> Sale {
  try Sale(
    source: source, order: order, line: line, kind: kind, product: product, quantity: quantity,
    amount: Money(micros: micros, currency: gbp), at: instant("2021-12-08T18:00Z"), event: event,
    market: market.map(Market.Code.init))
}

/// The field that an error says is wrong; `nil` where nothing was thrown.
func refusedField(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch LedgerError.invalid(let field, _, _) {
    return field
  } catch {
    return "\(error)"
  }
}
