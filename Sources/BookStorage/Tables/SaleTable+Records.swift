import LedgerCore
import Rows

extension SaleTable {
  /// Sales that one statement inserts.
  struct Records {
    private var rows: BoundRows
    /// The same before the first row.
    private let none: BoundRows
    /// What the book has for each common part of sales, as cells.
    private let shared: [(event: Int64, market: Int64, currency: Int64, observedAt: Int64)]
    /// The events of all common parts.
    let events: Set<Int64>
    private let products: [Int64]
    /// Whether no row has what few have: unknown units, bounds of its time, an observation.
    private let isPlain: Bool
    /// The market and currency of all rows, if they are the same.
    private let common: (market: Market.Code, currency: Currency)?
    private let hasOneSource: Bool
    private let kinds: (sale: Int64, cancellation: Int64, refund: Int64, adjustment: Int64)

    init(_ orders: SaleOrders) {
      isPlain =
        orders.sales.shared.allSatisfy { $0.observedAt == nil && $0.extent == .movement }
        && orders.sales.rows.allSatisfy { !$0.isQuantityUnknown && $0.notBefore == $0.at }
      var rows = BoundRows(
        isPlain ? SaleTable.boundColumns : SaleTable.boundColumns + SaleTable.laterBoundColumns,
        text: orders.sales.text)
      kinds = (
        rows.cell(Sale.Kind.sale.rawValue), rows.cell(Sale.Kind.cancellation.rawValue),
        rows.cell(Sale.Kind.refund.rawValue), rows.cell(Sale.Kind.adjustment.rawValue)
      )
      shared = zip(orders.resolved, orders.sales.shared).map { common, stated in
        guard let common else {
          return (BoundRows.null, BoundRows.null, BoundRows.null, BoundRows.null)
        }
        return (
          common.event ?? BoundRows.null, rows.cell(common.market.description),
          rows.cell(common.currency.code), stated.observedAt?.milliseconds ?? BoundRows.null
        )
      }
      events = Set(orders.resolved.compactMap { $0?.event })
      hasOneSource = orders.sources.count == 1
      let known = orders.resolved.compactMap { $0 }
      let isAlike = known.allSatisfy { [first = known.first] in
        $0.market == first?.market && $0.currency == first?.currency
      }
      common = isAlike ? known.first.map { ($0.market, $0.currency) } : nil
      products = orders.sales.products.map(BoundRows.cell(of:))
      none = rows
      self.rows = rows
    }

    /// What `fill` appends, and the values of columns that are the same in all of it.
    mutating func take(
      _ count: Int, _ fill: (inout Records) -> Void
    ) -> (rows: BoundRows, alike: [String: Value]) {
      rows = none
      rows.reserveCapacity(count)
      fill(&self)
      defer { rows = none }
      return (rows, alike)
    }

    mutating func append(_ row: SaleBatch.Row, source: Int64) {
      let common = shared[row.shared]
      let product = row.product.map { products[$0] } ?? BoundRows.null
      let kind = cell(row.kind)
      rows.appendRow { cells in
        cells.append(source)
        cells.append(BoundRows.cell(of: row.order))
        cells.append(row.line)
        cells.append(kind)
        cells.append(common.market)
        cells.append(common.event)
        cells.append(product)
        cells.append(row.quantity)
        cells.append(row.micros)
        cells.append(common.currency)
        cells.append(row.at.milliseconds)
        guard !isPlain else { return }
        cells.append(row.isQuantityUnknown ? 1 : 0)
        cells.append(row.notBefore < row.at ? row.notBefore.milliseconds : BoundRows.null)
        cells.append(common.observedAt)
      }
    }

    /// The source, market and currency of all rows, by column, if they are the same.
    ///
    /// Reading these from each row takes longer.
    private var alike: [String: Value] {
      var alike: [String: Value] = [:]
      if isPlain {
        alike = ["quantity_unknown": .integer(0), "not_before": .null, "observed_at": .null]
      }
      guard hasOneSource, rows.count > 0, let common else { return alike }
      alike["source"] = .integer(rows.cell(0, 0))
      alike["market"] = .text(common.market.description)
      alike["currency"] = .text(common.currency.code)
      return alike
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
  /// Those that only some sales have.
  static let laterBoundColumns: [BoundRows.Column] = [
    .integer, .optionalInteger, .optionalInteger,
  ]

  /// Inserts sales, some at a time, in the order of the table's key.
  func insert(
    into entry: any EntryWriter, naming events: Set<Int64>,
    _ next: () throws(StorageError) -> (rows: BoundRows, alike: [String: Value])?
  ) throws(StorageError) {
    try entry.insert(into: Self.self, naming: events, next)
  }
}
