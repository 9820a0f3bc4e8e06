extension MarketTotals {
  /// The counts alone, as if everything was sold in one currency: an order in two of them is one.
  ///
  /// If there are several currencies, the totals have to separate split orders.
  func countedTogether(in currency: Currency) -> MarketTotals {
    let together = splitOrders.map { $0.converted(to: currency) }
    let (before, after) = (splitOrders.countsByEvent(), together.countsByEvent())
    return MarketTotals(
      events: events.map { show in
        let key = show.event.key
        let sold = show.sales + (before[key] ?? []).map(\.negatedOrders) + (after[key] ?? [])
        return EventTotals(
          event: show.event, audience: show.audience,
          sales: sold.map { $0.counts(in: currency) }.byCurrency(), orders: show.orders,
          reported: show.reported, retained: show.retained, watched: show.watched,
          knowledge: show.knowledge)
      }, others: others,
      sales: sales.map { row in
        Sales(
          isCredited: row.isCredited, event: row.event, at: row.at,
          totals: row.totals.counts(in: currency))
      },
      spans: spans.map { span in
        RefundSpan(
          isCredited: span.isCredited, event: span.event, notBefore: span.notBefore, at: span.at,
          totals: span.totals.counts(in: currency))
      }, splitOrders: together)
  }
}

extension SaleTotals {
  fileprivate func counts(in currency: Currency) -> SaleTotals {
    var counts = SaleTotals(
      currency: currency, orders: orders, paidOrders: paidOrders, lines: lines, units: units,
      unitsCancelled: unitsCancelled, unitsRefunded: unitsRefunded)
    counts.salesWithoutUnits = salesWithoutUnits
    counts.cancellationsWithoutUnits = cancellationsWithoutUnits
    counts.refundsWithoutUnits = refundsWithoutUnits
    counts.possible = possible
    counts.possible.refunded = 0
    return counts
  }
}
