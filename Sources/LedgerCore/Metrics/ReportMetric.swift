/// A metric of a report; the cases are the only catalogue of metrics.
public enum ReportMetric: Hashable, Sendable {
  // What was counted of the shows.
  /// The latest count of a running total, or of different people.
  case count(Metric)
  /// The largest count of a gauge.
  case peak(Metric)
  /// The time-weighted mean of a gauge.
  case average(Metric)

  // What was sold.
  case gmvGross
  case cancelled
  case refunded
  case adjusted
  case gmvNet
  case orders
  case paidOrders
  case units
  case averageOrderValue
  case averagePrice
  case unitsPerOrder
  case refundRateByValue
  case refundRateByUnits
  case cancellationRateByValue
  case cancellationRateByUnits

  // Who watched, and what they did.
  case shows
  case hoursLive
  case watchSecondsPerView
  case reportedWatchSecondsPerView
  case viewsPerViewer
  case retainedAtQuarter
  case retainedAtHalf
  case retainedAtThreeQuarters

  // What the shows achieve.
  case gmvPerHour
  case gmvPerThousandViews
  case gmvPerThousandImpressions
  case clicksPerView
  case clicksPerImpression
  case ordersPerClick
  case skuOrdersPerClick
  case buyersPerViewer
  case followsPerView
  case likesPerView
  case commentsPerView
  case sharesPerView
  case reportedGMV
  case reportedGMVPerHour

  /// Finds a metric by name, written with hyphens or underscores.
  ///
  /// - Throws: ``LedgerError/unknownFigure(_:near:)``.
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    guard let metric = ReportMetric(rawValue: plain) else {
      // A gauge is counted under its own name, and reported by its peak and its average.
      let figures = Metric(rawValue: plain)?.figures ?? []
      let near =
        figures.isEmpty
        ? nearest(to: plain, among: Self.allCases.map(\.rawValue)) : figures.map(\.rawValue)
      throw .unknownFigure(name, near: near)
    }
    self = metric
  }

  /// The unit of its values.
  public var unit: MetricUnit { definition.unit }
  /// The name in tables.
  public var title: String { definition.title }
  /// Whether it is a quotient of two sums, which has an interval if shows differ.
  public var isRatio: Bool { definition.computation.isRatio }
}

extension ReportMetric: CaseIterable {
  /// All metrics, in the order in which reports show them.
  public static let allCases: [ReportMetric] =
    sold + [.shows, .hoursLive] + Metric.allCases.flatMap(\.figures) + watched + achieved

  private static let sold: [ReportMetric] = [
    .gmvGross, .cancelled, .refunded, .adjusted, .gmvNet, .orders, .paidOrders, .units,
    .averageOrderValue, .averagePrice, .unitsPerOrder, .refundRateByValue, .refundRateByUnits,
    .cancellationRateByValue, .cancellationRateByUnits,
  ]

  private static let watched: [ReportMetric] = [
    .watchSecondsPerView, .reportedWatchSecondsPerView, .viewsPerViewer, .retainedAtQuarter,
    .retainedAtHalf, .retainedAtThreeQuarters,
  ]

  private static let achieved: [ReportMetric] = [
    .gmvPerHour, .gmvPerThousandViews, .gmvPerThousandImpressions, .clicksPerView,
    .clicksPerImpression, .ordersPerClick, .skuOrdersPerClick, .buyersPerViewer,
    .followsPerView, .likesPerView, .commentsPerView, .sharesPerView, .reportedGMV,
    .reportedGMVPerHour,
  ]
}

extension ReportMetric: CustomStringConvertible {
  /// The name; that of a ratio contains its denominator.
  public var rawValue: String { definition.name }

  /// The name.
  public var description: String { rawValue }

  /// Finds a metric by its exact name; `nil` if there is no such metric.
  public init?(rawValue: String) {
    guard let metric = Self.byName[rawValue] else { return nil }
    self = metric
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// The counted metrics that other metrics and texts refer to.
extension ReportMetric {
  /// See ``Metric/views``.
  public static let views = count(.views)
  /// See ``Metric/uniqueViewers``.
  public static let uniqueViewers = count(.uniqueViewers)
  /// See ``Metric/likes``.
  public static let likes = count(.likes)
  /// See ``Metric/comments``.
  public static let comments = count(.comments)
  /// See ``Metric/shares``.
  public static let shares = count(.shares)
  /// See ``Metric/newFollowers``.
  public static let newFollowers = count(.newFollowers)
  /// See ``Metric/productImpressions``.
  public static let productImpressions = count(.productImpressions)
  /// See ``Metric/productClicks``.
  public static let productClicks = count(.productClicks)
  /// See ``Metric/addToCart``.
  public static let addToCart = count(.addToCart)
  /// See ``Metric/checkouts``.
  public static let checkouts = count(.checkouts)
  /// The most people who watched one show at once.
  public static let peakConcurrent = peak(.concurrent)
  /// People watching at once, on average over the observed time.
  public static let averageConcurrent = average(.concurrent)
}
