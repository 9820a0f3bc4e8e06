extension ReadinessEvidence {
  /// The evidence as if all shows had sold nothing of which that is not known, and these shows.
  ///
  /// `nil` if no such show has a part in the measure.
  func unsold(
    in currency: Currency, of measure: ReadinessCriterion.Measure
  ) -> (evidence: ReadinessEvidence, shows: UnknownSales)? {
    func sold(_ shows: [EventTotals]) -> [EventTotals] {
      shows.map { $0.isOfUnknownSales ? $0.with(knowledge: .soldNothing(currency)) : $0 }
    }
    let judged = measure == .refundRate ? settledShows : shows
    let unknown = zip(judged, sold(judged)).filter { show, unsold in
      show.isOfUnknownSales && Self.has(measure, unsold, currency)
    }.map(\.0)
    guard let shows = UnknownSales(unknown, zone) else { return nil }
    return (
      ReadinessEvidence(
        shows: sold(self.shows), settledShows: sold(settledShows), memberships: memberships,
        targets: targets, awareness: awareness, adoption: adoption, today: today, zone: zone),
      shows
    )
  }

  /// Whether a show whose sales are known has a part in a measure.
  private static func has(
    _ measure: ReadinessCriterion.Measure, _ show: EventTotals, _ currency: Currency
  ) -> Bool {
    switch measure {
    case .clickToOrder: show.audience(.productClicks) != nil
    case .refundRate: refunds(show, currency) != nil
    default: gmvPerHour(show, currency) != nil
    }
  }

  /// Refunded and gross; `nil` if the gross is unknown, or both are 0.
  static func refunds(_ show: EventTotals, _ currency: Currency) -> Parts? {
    guard let gross = show.gross(in: currency) else { return nil }
    let refunded = -(show.sales.first { $0.currency == currency }?.refunded ?? 0)
    return gross > 0 || refunded > 0 ? (Double(refunded), Double(gross)) : nil
  }
}
