/// The refunds of a market of which only bounds of their time are known.
///
/// Totals by time have them at the latest time; they are taken out of these, and told apart.
package struct BoundedRefunds {
  private var movements: [Movement] = []
  /// What takes them out of totals by time.
  package private(set) var changes = SaleTotalChanges()

  package init() {}

  /// Takes those of an order, credited as its sales are.
  package mutating func take(_ order: some Sequence<Movement>) {
    let bounded = order.filter(\.isBounded)
    guard !bounded.isEmpty else { return }
    movements += bounded
    changes.change(from: bounded, to: [])
  }

  package var isEmpty: Bool { movements.isEmpty }

  /// The rows of the events that ``spans(in:orOf:_:)`` names.
  package func events(in period: InstantRange, orOf events: Set<Int64>) -> Set<Int64> {
    Set(asked(in: period, orOf: events).compactMap(\.event))
  }

  private func asked(in period: InstantRange, orOf events: Set<Int64>) -> [Movement] {
    movements.filter { movement in
      period.meets(from: movement.notBefore, to: movement.at)
        || movement.event.map(events.contains) ?? false
    }
  }

  /// What they are in a period, by whether an event is credited.
  package func sums(in period: InstantRange) -> [(isCredited: Bool, totals: SaleTotals)] {
    movements.compactMap { movement in
      movement.refunds(in: period).map { (movement.event != nil, $0) }
    }
  }

  /// What they are in a period, by product.
  ///
  /// In a cohort, a refund that is credited to an event is not of its own day.
  package func products(
    in period: InstantRange, _ dating: RefundDating
  ) -> [(key: ProductKey, totals: SaleTotals)] {
    movements.filter { $0.isDatedByBounds(dating) }.compactMap { movement in
      movement.refunds(in: period).map { totals in
        let key = ProductKey(
          market: movement.market, event: movement.event,
          product: movement.product.map(ByteText.init), currency: movement.currency)
        return (key, totals)
      }
    }
  }

  /// Those of a period or of some events.
  package func spans(
    in period: InstantRange, orOf events: Set<Int64>, _ keys: [Int64: EventKey]
  ) -> [RefundSpan] {
    asked(in: period, orOf: events).map { movement in
      RefundSpan(
        isCredited: movement.event != nil, event: movement.event.flatMap { keys[$0] },
        notBefore: movement.notBefore,
        at: movement.at, totals: movement.refund)
    }
  }
}

extension Movement {
  /// The totals of a refund.
  fileprivate var refund: SaleTotals {
    var totals = SaleTotals(
      currency: currency, lines: 1, unitsRefunded: quantity, refunded: Int128(micros))
    totals.refundsWithoutUnits = isQuantityUnknown ? 1 : 0
    return totals
  }

  /// Whether it is of a day that is known only by bounds.
  package func isDatedByBounds(_ dating: RefundDating) -> Bool {
    isBounded && (dating == .processed || event == nil)
  }

  /// What a refund with bounds is in a period; `nil` if it is not in it.
  package func refunds(in period: InstantRange) -> SaleTotals? {
    RefundSpan(isCredited: event != nil, notBefore: notBefore, at: at, totals: refund).totals(
      in: period)
  }
}
