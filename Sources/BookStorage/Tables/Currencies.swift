import LedgerCore
import Rows

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
