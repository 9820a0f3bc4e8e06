/// What a figure of a report says; the raw value is its name, a rate's with its denominator in it.
public enum ReportMetric: String, CaseIterable, Sendable, CustomStringConvertible {
  // What was sold.
  case gmvGross = "gmv_gross"
  case cancelled
  case refunded
  case adjusted
  case gmvNet = "gmv_net"
  case orders
  case paidOrders = "paid_orders"
  case units
  case averageOrderValue = "average_order_value"
  case averagePrice = "average_price"
  case unitsPerOrder = "units_per_order"
  case refundRateByValue = "refund_rate_by_value"
  case refundRateByUnits = "refund_rate_by_units"
  case cancellationRateByValue = "cancellation_rate_by_value"
  case cancellationRateByUnits = "cancellation_rate_by_units"

  // Who watched, and what they did.
  case shows
  case hoursLive = "hours_live"
  case peakConcurrent = "peak_concurrent"
  case averageConcurrent = "average_concurrent"
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
  case watchSecondsPerView = "watch_seconds_per_view"
  case reportedWatchSecondsPerView = "reported_watch_seconds_per_view"
  case viewsPerViewer = "views_per_viewer"
  case retainedAtQuarter = "retained_at_25"
  case retainedAtHalf = "retained_at_50"
  case retainedAtThreeQuarters = "retained_at_75"

  // What the shows achieve.
  case gmvPerHour = "gmv_per_hour"
  case gmvPerThousandViews = "gmv_per_thousand_views"
  case gmvPerThousandImpressions = "gmv_per_thousand_impressions"
  case clicksPerView = "clicks_per_view"
  case clicksPerImpression = "clicks_per_impression"
  case ordersPerClick = "orders_per_click"
  case skuOrdersPerClick = "sku_orders_per_click"
  case buyersPerViewer = "buyers_per_viewer"
  case followsPerView = "follows_per_view"
  case likesPerView = "likes_per_view"
  case commentsPerView = "comments_per_view"
  case sharesPerView = "shares_per_view"
  case reportedGMV = "reported_gmv"
  case reportedGMVPerHour = "reported_gmv_per_hour"

  /// The metric of a name, with hyphens or underscores.
  ///
  /// - Throws: ``LedgerError/unknownFigure(_:near:)``.
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    guard let metric = ReportMetric(rawValue: plain) else {
      let near = nearest(to: plain, among: Self.allCases.map(\.rawValue))
      throw .unknownFigure(name, near: near)
    }
    self = metric
  }

  /// Its name.
  public var description: String { rawValue }
  /// What its values are.
  public var unit: MetricUnit { definition.unit }
  /// How it is called in a table.
  public var title: String { definition.title }
}

/// What the values of a metric are.
public enum MetricUnit: String, Sendable {
  /// A whole number.
  case count = "number"
  /// People: of several shows only bounds are known.
  case people
  /// A number with decimals.
  case decimal = "number with decimals"
  /// An amount of a currency.
  case money = "money"
  /// A part of a whole, 0 to 1, shown as percent.
  case share = "share"
  /// How many of one come on one of the other; may pass 1.
  case multiple = "ratio"
  /// Seconds.
  case seconds
  /// Hours.
  case hours
}
