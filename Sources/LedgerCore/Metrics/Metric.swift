/// What an audience count counts.
///
/// Each is in the catalogue of reported metrics by being here: a running total and a number of
/// people as ``ReportMetric/count(_:)``, a gauge by its peak and its average.
public enum Metric: String, CaseIterable, Sendable {
  case concurrent
  case views
  case uniqueViewers = "unique_viewers"
  case likes
  case comments
  case shares
  case newFollowers = "new_followers"
  case productImpressions = "product_impressions"
  case productClicks = "product_clicks"
  case addToCart = "add_to_cart"
  case checkouts
  case gifts

  /// What may be done with the numbers of a metric.
  public enum Kind: String, Sendable {
    /// A level at an instant: peak and time-weighted mean, never a sum.
    case gauge
    /// A count since the start of the show: its latest, and the sum of those over shows.
    case runningTotal = "running total"
    /// Different people since the start: its latest; over shows only bounds, never a sum.
    case distinctPeople = "distinct people"
  }

  /// What may be done with its numbers.
  public var kind: Kind {
    switch self {
    case .concurrent: .gauge
    case .uniqueViewers: .distinctPeople
    case .views, .likes, .comments, .shares, .newFollowers, .productImpressions, .productClicks,
      .addToCart, .checkouts, .gifts:
      .runningTotal
    }
  }

  /// What a report shows of it.
  public var figures: [ReportMetric] {
    switch kind {
    case .gauge: [.peak(self), .average(self)]
    case .runningTotal, .distinctPeople: [.count(self)]
    }
  }

  /// Those that a report names where a show has none of them.
  public static let expected: [Metric] = [.concurrent, .views, .uniqueViewers]

  /// The metric of a name, with hyphens or underscores.
  ///
  /// - Throws: ``LedgerError/unknownMetric(_:known:)``
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    guard let metric = Metric(rawValue: plain) else {
      throw .unknownMetric(name, known: Metric.allCases.map(\.rawValue))
    }
    self = metric
  }
}
