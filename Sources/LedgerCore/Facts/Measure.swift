/// What a reported total measures, as the platform that reports it defines it.
public enum Measure: String, CaseIterable, Sendable {
  case gmvGross = "gmv_gross"
  case gmvDirect = "gmv_direct"
  case gmvAttributed = "gmv_attributed"
  case gmvAds = "gmv_ads"
  case gmvPlaced = "gmv_placed"
  case gmvConfirmed = "gmv_confirmed"
  case adsCost = "ads_cost"
  case creatorRevenue = "creator_revenue"
  case orders
  case ordersAttributed = "orders_attributed"
  case ordersPlaced = "orders_placed"
  case ordersConfirmed = "orders_confirmed"
  case skuOrders = "sku_orders"
  case skuOrdersCreated = "sku_orders_created"
  case skuOrdersAttributed = "sku_orders_attributed"
  case units
  case unitsAttributed = "units_attributed"
  case unitsPlaced = "units_placed"
  case unitsConfirmed = "units_confirmed"
  case customers
  case customersPlaced = "customers_placed"
  case customersConfirmed = "customers_confirmed"
  case averageConcurrent = "average_concurrent"
  case peakConcurrent = "peak_concurrent"
  case engagedViewers = "engaged_viewers"
  case chatters
  case liveImpressions = "live_impressions"
  case watchSeconds = "watch_seconds"
  case averageWatchSeconds = "average_watch_seconds"
  case averageWatchSecondsPerViewer = "average_watch_seconds_per_viewer"

  /// The unit of its values.
  public enum Unit: String, Sendable {
    /// An amount of a currency.
    case money
    /// People, orders or things; an average of them may have decimals.
    case number
    /// A length of time.
    case seconds
  }

  /// The unit of its values.
  public var unit: Unit {
    switch self {
    case .gmvGross, .gmvDirect, .gmvAttributed, .gmvAds, .gmvPlaced, .gmvConfirmed, .adsCost,
      .creatorRevenue:
      .money
    case .watchSeconds, .averageWatchSeconds, .averageWatchSecondsPerViewer: .seconds
    default: .number
    }
  }

  /// Whether it counts things, so that its values have no decimals.
  public var isWhole: Bool { unit == .number && self != .averageConcurrent }

  /// Whether it describes a show as a whole: values of several shows cannot be added up, and two
  /// observations have no difference.
  var isOfWholeShow: Bool {
    switch self {
    case .averageConcurrent, .peakConcurrent, .averageWatchSeconds, .averageWatchSecondsPerViewer:
      true
    default: false
    }
  }

  /// Whether values of several shows can be added up: different people may be the same in each.
  var isAdditive: Bool {
    switch self {
    case .customers, .customersPlaced, .customersConfirmed, .engagedViewers, .chatters: false
    default: !isOfWholeShow
    }
  }

  /// Whether it measures the same as the gross of an event's order lines.
  public var isMerchandiseValue: Bool { rawValue.hasPrefix("gmv_") && self != .gmvAds }

  /// The merchandise values that may stand for `gmv_gross` where it is not reported.
  static let otherMerchandiseValues: [Measure] = [
    .gmvAttributed, .gmvDirect, .gmvConfirmed, .gmvPlaced,
  ]

  /// What it measures, in one line.
  public var meaning: String {
    switch self {
    case .gmvGross: "merchandise value of the show, before cancellations and refunds"
    case .gmvDirect: "merchandise value of orders whose last click was in the show"
    case .gmvAttributed: "merchandise value that the platform attributes to the show"
    case .gmvAds: "merchandise value that the platform attributes to advertisements"
    case .gmvPlaced: "merchandise value of placed orders: paid, unpaid and cancelled"
    case .gmvConfirmed: "merchandise value of confirmed orders"
    case .adsCost: "what advertisements for the show cost"
    case .creatorRevenue: "what the platform pays the creator; no sales"
    case .orders: "paid orders"
    case .ordersAttributed: "orders that the platform attributes to the show"
    case .ordersPlaced: "placed orders: paid, unpaid and cancelled"
    case .ordersConfirmed: "confirmed orders"
    case .skuOrders: "paid orders of single products; a basket of two products is two"
    case .skuOrdersCreated: "placed orders of single products, paid or not"
    case .skuOrdersAttributed: "orders of single products that the platform attributes to the show"
    case .units: "items sold"
    case .unitsAttributed: "items sold that the platform attributes to the show"
    case .unitsPlaced: "items of placed orders"
    case .unitsConfirmed: "items of confirmed orders"
    case .customers: "different buyers"
    case .customersPlaced: "different buyers of placed orders"
    case .customersConfirmed: "different buyers of confirmed orders"
    case .averageConcurrent: "people watching at once, on average"
    case .peakConcurrent: "the most people watching at once; when is not reported"
    case .engagedViewers: "different viewers who engaged, as the platform defines it"
    case .chatters: "different people who wrote in the chat"
    case .liveImpressions: "times that the show was offered to somebody"
    case .watchSeconds: "time watched by all viewers together"
    case .averageWatchSeconds: "time watched per view"
    case .averageWatchSecondsPerViewer: "time watched per viewer"
    }
  }

  /// Makes the measure with a name, with hyphens or underscores.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public init(name: String) throws(LedgerError) {
    let plain = String(name.lowercased().map { $0 == "-" ? "_" : $0 })
    guard let measure = Measure(rawValue: plain) else {
      let known = Measure.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(
        field: "measure", value: name, reason: "is not known; the measures are \(known)")
    }
    self = measure
  }
}
