import LedgerCore

/// Why sales are credited to events, by going through all of them.
extension Model {
  /// What credits and the rule credit; `credited`: the model with what the rule credits.
  func bases(
    _ request: TotalsRequest, _ inPeriod: Set<EventKey>, creditedBy credited: Model
  ) -> [CreditedGross] {
    struct Part: Hashable {
      let basis: CreditBasis
      let event: EventKey
      let quarter: Int64
      let currency: Currency
    }
    var sums: [Part: Int128] = [:]
    for (recorded, movement) in zip(sales, credited.sales) {
      let sale = movement.sale
      guard movement.market == request.market, sale.key.kind == .sale, let event = sale.event,
        recorded.isByCredit || recorded.sale.event == nil,
        inPeriod.contains(event) || request.period.contains(sale.at)
      else { continue }
      let part = Part(
        basis: recorded.isByCredit
          ? .credit : movement.channel == nil ? .ruleOfUnknownChannel : .rule, event: event,
        quarter: sale.at.quarter,
        currency: sale.amount.currency)
      sums[part, default: 0] += sale.amount.micros
    }
    return sums.map { part, micros in
      CreditedGross(
        basis: part.basis, event: part.event, at: Instant(quarter: part.quarter),
        gross: Money(micros: micros, currency: part.currency))
    }
  }
}
