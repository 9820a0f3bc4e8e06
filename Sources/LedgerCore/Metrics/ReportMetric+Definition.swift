extension ReportMetric {
  /// What the metric means, and how it is computed.
  public var definition: MetricDefinition {
    switch self {
    case .count(let metric), .peak(let metric), .average(let metric): definition(of: metric)
    case .gmvGross: .gmvGross
    case .cancelled: .cancelled
    case .refunded: .refunded
    case .adjusted: .adjusted
    case .gmvNet: .gmvNet
    case .orders: .orders
    case .paidOrders: .paidOrders
    case .units: .units
    case .averageOrderValue: .averageOrderValue
    case .averagePrice: .averagePrice
    case .unitsPerOrder: .unitsPerOrder
    case .refundRateByValue: .refundRateByValue
    case .refundRateByUnits: .refundRateByUnits
    case .cancellationRateByValue: .cancellationRateByValue
    case .cancellationRateByUnits: .cancellationRateByUnits
    case .shows: .shows
    case .hoursLive: .hoursLive
    case .watchSecondsPerView: .watchSecondsPerView
    case .reportedWatchSecondsPerView: .reportedWatchSecondsPerView
    case .viewsPerViewer: .viewsPerViewer
    case .retainedAtQuarter: .retainedAtQuarter
    case .retainedAtHalf: .retainedAtHalf
    case .retainedAtThreeQuarters: .retainedAtThreeQuarters
    case .gmvPerHour: .gmvPerHour
    case .gmvPerThousandViews: .gmvPerThousandViews
    case .gmvPerThousandImpressions: .gmvPerThousandImpressions
    case .clicksPerView: .clicksPerView
    case .clicksPerImpression: .clicksPerImpression
    case .ordersPerClick: .ordersPerClick
    case .skuOrdersPerClick: .skuOrdersPerClick
    case .buyersPerViewer: .buyersPerViewer
    case .followsPerView: .followsPerView
    case .likesPerView: .likesPerView
    case .commentsPerView: .commentsPerView
    case .sharesPerView: .sharesPerView
    case .reportedGMV: .reportedGMV
    case .reportedGMVPerHour: .reportedGMVPerHour
    }
  }

  private func definition(of metric: Metric) -> MetricDefinition {
    switch metric.definition {
    case .runningTotal(let definition), .distinctPeople(let definition): definition
    case .gauge(let peak, let average): self == .peak(metric) ? peak : average
    }
  }
}
