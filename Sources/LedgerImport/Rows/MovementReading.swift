import LedgerCore
import Tabular

/// Reads the cancellations, refunds and adjustments that a row holds beside its sale.
struct MovementReading {
  let mapping: Mapping
  let filter: RowFilter
  let times: TimeReading
  let numbers: NumberReading

  /// The movements beside a sale, each dated by its own columns.
  func movements(
    beside sale: Sale, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> [Sale] {
    var movements: [Sale] = []
    for movement in mapping.movements where filter.holds(movement.tests, row, sale.key.kind) {
      let rule = movement.rule
      // A file that has lost the column says nothing of such movements.
      if rule.amount != nil, movement.amount == nil { continue }
      var amount = sale.amount
      if let cell = movement.amount {
        amount = try numbers.money(
          cell, row, columnMark: nil, stated: sale.amount.currency)
      }
      let magnitude = Int128(amount.micros.magnitude)
      let isBack = rule.kind != .sale && !rule.isAdded
      amount = Money(micros: isBack ? -magnitude : magnitude, currency: amount.currency)
      let quantity = rule.line == nil ? Int64(sale.quantity.magnitude) : 0
      let instant = try movement.at.first { !$0.withBytes(row) { $0.isEmpty } }
        .map { cell throws(RowFault) in
          try times.instant(cell, row) { $0.zone(of: sale.event) ?? $0.zone(of: sale.market) }
        }
      do throws(LedgerError) {
        movements.append(
          try Sale(
            source: sale.key.source, order: sale.key.order, line: rule.line ?? sale.key.line,
            kind: rule.kind, product: rule.line == nil ? sale.product : nil,
            quantity: isBack ? -quantity : quantity, amount: amount,
            at: instant ?? sale.at, event: sale.event, market: sale.market,
            extent: rule.extent))
      } catch {
        throw RowFault(error, in: mapping)
      }
    }
    return movements
  }
}
