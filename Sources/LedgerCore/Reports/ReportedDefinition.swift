/// Platforms report merchandise value, orders and watch time by different definitions.
///
/// A figure is by one of them, and is named by it: values by two definitions are never added up.
extension MetricDefinition {
  /// The computation by the definition that most of the shows have, the nearest one of several.
  ///
  /// What the book's own order lines say takes precedence over what platforms report.
  func computation(over shows: [EventTotals]) -> Computation {
    guard !alternatives.isEmpty else { return computation }
    let own = shows.count { computation.isKnown(of: $0) }
    guard own == 0 || computation.measure != nil else { return computation }
    var best = (computation: computation, shows: own)
    for alternative in alternatives {
      let count = shows.count { alternative.computation.isKnown(of: $0) }
      if count > best.shows { best = (alternative.computation, count) }
    }
    return best.computation
  }
}

extension Computation {
  /// The reported total that it is computed from; `nil` if it is from other facts.
  var measure: Measure? {
    switch self {
    case .shows(let part), .showsRatio(let part, _, _): part.measure
    default: nil
    }
  }

  fileprivate func isKnown(of show: EventTotals) -> Bool {
    switch self {
    case .shows(let part): part.isKnown(of: show)
    case .showsRatio(let part, let per, _): part.isKnown(of: show) && per.isKnown(of: show)
    default: false
    }
  }
}

extension ShowPart {
  /// The reported total that it is; `nil` if it is another fact.
  var measure: Measure? {
    switch self {
    case .reported(let measure), .reportedPerView(let measure): measure
    default: nil
    }
  }

  fileprivate func isKnown(of show: EventTotals) -> Bool {
    if let measure { return show.reported.contains { $0.measure == measure } }
    return value(show, in: nil) != nil
  }
}

extension Figure {
  /// The reported total that it was computed from, if it is not the metric's usual one.
  public var alternative: Measure? {
    measure == metric.definition.computation.measure ? nil : measure
  }
}
