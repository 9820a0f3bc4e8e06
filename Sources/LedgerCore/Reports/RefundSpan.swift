/// A refund of which only bounds of its time are known.
public struct RefundSpan: Equatable, Sendable {
  /// Whether it is credited to an event.
  public let isCredited: Bool
  /// The event, if sales were requested by event.
  public let event: EventKey?
  /// The earliest that it can have been made.
  public let notBefore: Instant
  /// The latest that it can have been made.
  public let at: Instant
  /// What was refunded.
  public let totals: SaleTotals

  /// Creates a refund with bounds.
  public init(
    isCredited: Bool, event: EventKey? = nil, notBefore: Instant, at: Instant, totals: SaleTotals
  ) {
    self.isCredited = isCredited
    self.event = event
    self.notBefore = notBefore
    self.at = at
    self.totals = totals
  }

  /// What it is in a period: refunded if both bounds are in it, else possible; `nil` if neither
  /// they nor anything between them is.
  func totals(in period: InstantRange) -> SaleTotals? {
    guard period.meets(from: notBefore, to: at) else { return nil }
    if period.contains(notBefore), period.contains(at) { return totals.within }
    return totals.asPossible
  }
}

extension SaleTotals {
  /// Refunds that are known to be in a period, although not on which day.
  package var within: SaleTotals {
    var totals = self
    totals.refundedWithin = refunded
    return totals
  }

  /// The same refunds, if they may have been in a period.
  package var asPossible: SaleTotals {
    var totals = SaleTotals(currency: currency)
    totals.possible = PossibleRefunds(
      lines: lines + possible.lines, refunded: refunded + possible.refunded,
      units: unitsRefunded + possible.units,
      withoutUnits: refundsWithoutUnits + possible.withoutUnits)
    totals.unconverted = unconverted
    return totals
  }
}

extension InstantRange {
  /// Whether a time from one instant to another, both included, has a part in it.
  package func meets(from first: Instant, to last: Instant) -> Bool {
    (start.map { last >= $0 } ?? true) && (end.map { first < $0 } ?? true)
  }
}
