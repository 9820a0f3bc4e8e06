/// Where no show has order lines, criteria of sales are judged by what platforms report.
extension ReadinessEvidence {
  /// The finding by reported totals, which names them; `nil` if a show has order lines or is known
  /// to have sold nothing, or if none of the totals is reported.
  func findingOfReported(
    _ criterion: ReadinessCriterion, in currency: Currency, bootstrap: Bootstrap
  ) -> ReadinessFinding? {
    guard shows.allSatisfy(\.isOfUnknownSales) else { return nil }
    switch criterion.measure {
    case .clickToOrder:
      let figure = FigureSet([.ordersPerClick], shows: shows, sales: []).figure(.ordersPerClick)
      guard let measure = figure?.measure, figure?.value != nil else { return nil }
      return clickToOrder(criterion, shows, bootstrap, by: Self.source(measure))
    case .gmvPerHour, .gmvTrend:
      let computation = ReportMetric.reportedGMVPerHour.definition.computation(over: shows)
      guard case .showsRatio(let gmv, let hours, _) = computation, let measure = gmv.measure
      else { return nil }
      let parts = shows.compactMap { show -> Parts? in
        guard let gmv = gmv.value(show, in: currency), let hours = hours.value(show, in: currency)
        else { return nil }
        return (Double(gmv) / 1_000_000, Double(hours) / 3_600_000)
      }
      guard !parts.isEmpty else { return nil }
      return criterion.measure == .gmvPerHour
        ? overShows(criterion, parts, bootstrap, by: Self.source(measure))
        : trend(criterion, parts, bootstrap, by: Self.source(measure))
    default: return nil
    }
  }

  private static func source(_ measure: Measure) -> String {
    " by \(measure.rawValue) as platforms report it, without order lines"
  }
}
