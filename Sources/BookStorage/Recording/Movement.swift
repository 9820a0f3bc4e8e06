import LedgerCore
import Rows

/// A movement of units and money, from which totals are computed.
struct Movement: Equatable {
  /// The row of the event, if the movement is credited to one.
  let event: Int64?
  let market: Market.Code
  let currency: Currency
  let product: String?
  let kind: Sale.Kind
  let line: Int64
  let at: Instant
  let quantity: Int64
  /// Millionths of the currency's unit.
  let micros: Int64

  /// Whether an order counts at this movement rather than at the other.
  func isEarlier(than other: Movement) -> Bool { (at, line) < (other.at, other.line) }
}

/// The currencies of a book, by code.
struct Currencies {
  private let byCode: [String: Currency]

  init(session: any BookSession) throws(StorageError) {
    let all = try CurrencyTable(session: session).all()
    byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(code: String) -> Currency? { byCode[code] }

  /// The currency of a row, which must be one of them.
  func known(_ code: String) throws(StorageError) -> Currency {
    guard let currency = byCode[code] else { throw .damaged("a currency of the book is none") }
    return currency
  }
}
