/// Where no show has order lines, criteria of sales are judged by what platforms report.
extension ReadinessEvidence {
  /// The finding by reported totals, which names them.
  ///
  /// `nil` if a show has order lines or is known to have sold nothing, and if the totals of a show
  /// are not reported that has the other side of the ratio: it may have sold nothing.
  func findingOfReported(
    _ criterion: ReadinessCriterion, in currency: Currency, bootstrap: Bootstrap
  ) -> ReadinessFinding? {
    guard shows.allSatisfy(\.isOfUnknownSales), let metric = criterion.measure.reportedMetric,
      case .showsRatio(let part, let per, _) = metric.definition.computation(over: shows),
      let measure = part.measure
    else { return nil }
    let judged = shows.filter { per.value($0, in: currency) != nil }
    guard !judged.isEmpty, judged.allSatisfy({ part.value($0, in: currency) != nil }) else {
      return nil
    }
    let source = " by \(measure.rawValue) as platforms report it, without order lines"
    if criterion.measure == .clickToOrder {
      return clickToOrder(criterion, judged, bootstrap, by: source)
    }
    let parts = judged.map { show -> Parts in
      (
        Double(part.value(show, in: currency) ?? 0) / 1_000_000,
        Double(per.value(show, in: currency) ?? 0) / 3_600_000
      )
    }
    return criterion.measure == .gmvPerHour
      ? overShows(criterion, parts, bootstrap, by: source)
      : trend(criterion, parts, bootstrap, by: source)
  }
}

extension ReadinessCriterion.Measure {
  /// The metric of a report that has it by reported totals; `nil` if there is none.
  fileprivate var reportedMetric: ReportMetric? {
    switch self {
    case .clickToOrder: .ordersPerClick
    case .gmvPerHour, .gmvTrend: .reportedGMVPerHour
    default: nil
    }
  }
}
