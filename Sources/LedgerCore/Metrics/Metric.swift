/// What an audience count counts.
///
/// Each is also in the catalogue of report metrics: a running total and a number of people as
/// ``ReportMetric/count(_:)``, a gauge as its peak and its average.
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

  /// How the counts of a metric may be combined.
  public enum Kind: String, Sendable {
    /// A level at an instant: it has a peak and a time-weighted mean, never a sum.
    case gauge
    /// A count since the start of the show: the latest counts; over shows, their sum.
    case runningTotal = "running total"
    /// Different people since the start of the show: the latest count; over shows, only bounds.
    case distinctPeople = "distinct people"
  }

  /// How its counts may be combined.
  public var kind: Kind {
    switch self {
    case .concurrent: .gauge
    case .uniqueViewers: .distinctPeople
    case .views, .likes, .comments, .shares, .newFollowers, .productImpressions, .productClicks,
      .addToCart, .checkouts, .gifts:
      .runningTotal
    }
  }

  /// The metrics of a report that are computed from it.
  public var figures: [ReportMetric] {
    switch kind {
    case .gauge: [.peak(self), .average(self)]
    case .runningTotal, .distinctPeople: [.count(self)]
    }
  }

  /// The metrics that a report lists as missing if a show has no count of them.
  public static let expected: [Metric] = [.concurrent, .views, .uniqueViewers]

  /// Finds a metric by name, written with hyphens or underscores.
  ///
  /// - Throws: ``LedgerError/unknownMetric(_:known:)`` if there is no such metric.
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    guard let metric = Metric(rawValue: plain) else {
      throw .unknownMetric(name, known: Metric.allCases.map(\.rawValue))
    }
    self = metric
  }
}
