import LedgerCore
import SQLite

extension SaleTable {
  /// Sales that are to be inserted by one statement.
  struct Records {
    fileprivate var rows: BoundRows
    /// What the book has for the common parts of sales, as cells.
    private let shared: [(event: Int64, market: Int64, currency: Int64)]
    private let products: [Int64]
    /// The source, market and currency of all rows, or null.
    fileprivate private(set) var common: [Value] = [.null, .null, .null]
    private let hasOneSource: Bool
    private let kinds: (sale: Int64, cancellation: Int64, refund: Int64, adjustment: Int64)

    init(_ orders: SaleOrders) {
      var rows = BoundRows(SaleTable.boundColumns, text: orders.sales.text)
      kinds = (
        rows.cell(Sale.Kind.sale.rawValue), rows.cell(Sale.Kind.cancellation.rawValue),
        rows.cell(Sale.Kind.refund.rawValue), rows.cell(Sale.Kind.adjustment.rawValue)
      )
      shared = orders.resolved.map { common in
        guard let common else { return (BoundRows.null, BoundRows.null, BoundRows.null) }
        return (
          common.event ?? BoundRows.null, rows.cell(common.market.description),
          rows.cell(common.currency.code)
        )
      }
      hasOneSource = orders.sources.count == 1
      let known = orders.resolved.compactMap { $0 }
      if let first = known.first {
        if known.allSatisfy({ $0.market == first.market }) {
          common[1] = .text(first.market.description)
        }
        if known.allSatisfy({ $0.currency == first.currency }) {
          common[2] = .text(first.currency.code)
        }
      }
      products = orders.sales.products.map(BoundRows.cell(of:))
      self.rows = rows
    }

    mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

    mutating func append(_ row: SaleBatch.Row, source: Int64) {
      let common = shared[row.shared]
      if hasOneSource, rows.count == 0 { self.common[0] = .integer(source) }
      rows.append(source)
      rows.append(BoundRows.cell(of: row.order))
      rows.append(row.line)
      rows.append(cell(row.kind))
      rows.append(common.market)
      rows.append(common.event)
      rows.append(row.product.map { products[$0] } ?? BoundRows.null)
      rows.append(row.quantity)
      rows.append(row.micros)
      rows.append(common.currency)
      rows.append(row.at.milliseconds)
    }

    private func cell(_ kind: Sale.Kind) -> Int64 {
      switch kind {
      case .sale: kinds.sale
      case .cancellation: kinds.cancellation
      case .refund: kinds.refund
      case .adjustment: kinds.adjustment
      }
    }
  }

  static let boundColumns: [BoundRows.Column] = [
    .integer, .text, .integer, .text, .text, .optionalInteger, .text, .integer, .integer, .text,
    .integer,
  ]

  func insert(_ records: Records, entry: OpenEntry) throws(SQLiteError) {
    try entry.insert(records.rows, with: records.common, into: Self.self, by: Self.insert)
  }
}
