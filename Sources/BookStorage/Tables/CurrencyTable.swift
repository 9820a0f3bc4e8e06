import LedgerCore
import Rows

/// The `currency` table: the currencies of ISO 4217.
struct CurrencyTable: Table {
  static let name = "currency"
  static let columns: [Column] = [
    .text("code"), .integer("digits", "number of decimals with which amounts are shown"),
    .text("name"),
  ]
  static let statements = [selectAll]

  private static let selectAll = "SELECT code, digits FROM currency ORDER BY code"

  let session: any BookSession

  func all() throws(StorageError) -> [Currency] {
    return try session.rows(Self.selectAll) { row throws(StorageError) in
      Currency(code: try row.text(0), digits: Int(try row.integer(1)))
    }
  }
}
