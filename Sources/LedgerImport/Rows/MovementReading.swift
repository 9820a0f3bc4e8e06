import LedgerCore
import Tabular

/// Reads the cancellations, refunds and adjustments that a row holds beside its sale.
struct MovementReading {
  let mapping: Mapping
  let filter: RowFilter
  let times: TimeReading
  let numbers: NumberReading
  let observation: ObservationReading
  /// Where rows of an order are lines of their own.
  private let returned: ReturnedUnits?

  init(
    mapping: Mapping, filter: RowFilter, times: TimeReading, numbers: NumberReading,
    observation: ObservationReading
  ) {
    self.mapping = mapping
    self.filter = filter
    self.times = times
    self.numbers = numbers
    self.observation = observation
    let profile = mapping.profile
    returned = profile.separatesRepeats || profile.countsPositions ? ReturnedUnits() : nil
  }

  /// The movements beside a sale, each dated by its own columns.
  func movements(
    beside sale: Sale, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> [Sale] {
    var movements: [Sale] = []
    for movement in mapping.movements where try filter.holds(movement.tests, row, sale.key.kind) {
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
      let stated = try movement.at.first { !$0.withBytes(row) { $0.isEmpty } }
        .map { cell throws(RowFault) in
          try times.instant(cell, row) { $0.zone(of: sale.event) ?? $0.zone(of: sale.market) }
        }
      let instant = stated ?? sale.at
      let units = try quantity(movement, beside: sale, row).map { isBack ? -$0 : $0 }
      let product = try movement.product.flatMap { cell throws(RowFault) in
        try mapping.name(cell.text(row).onOneLine, of: .product, in: cell.column).nonEmpty
      }
      let isOfProduct = rule.line == nil || rule.extent != .movement
      do throws(LedgerError) {
        movements.append(
          try Sale(
            source: sale.key.source, order: sale.key.order, line: rule.line ?? sale.key.line,
            kind: rule.kind, product: product ?? (isOfProduct ? sale.product : nil),
            quantity: units, amount: amount,
            at: rule.hasBounds ? latest(of: sale, after: instant) : instant,
            notBefore: rule.hasBounds ? instant : nil, observedAt: sale.observedAt,
            event: sale.event, market: sale.market,
            extent: product == nil ? rule.extent : .movement))
      } catch {
        throw RowFault(error, in: mapping)
      }
    }
    return movements
  }
  /// The latest that something can have happened that a file shows.
  ///
  /// A clock may be behind the file; what is stated is refused if it is.
  private func latest(of sale: Sale, after notBefore: Instant) -> Instant {
    sale.observedAt ?? max(observation.latest, notBefore)
  }

  /// The units, without a sign: those of its column, of the sale, or `nil` if nothing says them.
  private func quantity(
    _ movement: MovementMapping, beside sale: Sale,
    _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> Int64? {
    if let cell = movement.quantity {
      if numbers.isNothing(cell, row) { return nil }
      let units = try numbers.integer(cell, row)
      let own: Int64 = units == .min ? .max : abs(units)
      guard movement.rule.extent == .orderSoFar, let returned else { return own }
      return returned.sum(own, of: sale)
    }
    if movement.rule.isQuantityUnknown { return nil }
    if movement.rule.kind == .adjustment { return 0 }
    if movement.rule.line != nil { return nil }
    return sale.isQuantityUnknown ? nil : Int64(sale.quantity.magnitude)
  }
}
