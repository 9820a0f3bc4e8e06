/// Something that a market has to show before it is ready, and how much of it.
public struct ReadinessCriterion: Equatable, Sendable {
  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// People watching at once, on average over the last shows.
    case audience
    /// Orders ÷ product clicks of the last shows.
    case clickToOrder = "click_to_order"
    /// Gross merchandise value an hour of the last shows, in the policy's currency.
    case gmvPerHour = "gmv_per_hour"
    /// The same of the newer half of the last shows ÷ that of the older half.
    case gmvTrend = "gmv_trend"
    /// Refunded ÷ gross of the last shows whose refund window is over.
    case refundRate = "refund_rate"
    /// Share of the creators who joined three months ago or longer that stayed three months.
    case creatorRetention = "creator_retention"
    /// The smallest share that was reached of a target whose period is over.
    case targetAttainment = "target_attainment"
    /// Share of those asked who know live shopping, by the latest survey.
    case awareness
    /// Share of those asked who have bought in a live show, by the latest survey.
    case adoption

    /// Whether it is a rate over shows, whose interval comes from how shows differ.
    public var isOverShows: Bool {
      switch self {
      case .audience, .clickToOrder, .gmvPerHour, .gmvTrend, .refundRate: true
      case .creatorRetention, .targetAttainment, .awareness, .adoption: false
      }
    }

    /// Whether less of it is better.
    public var isBetterSmall: Bool { self == .refundRate }

    /// What would have to be recorded to know it.
    public var evidence: String {
      switch self {
      case .audience: "counts of concurrent viewers, two or more per show"
      case .clickToOrder: "counts of product_clicks, and order lines credited to the shows"
      case .gmvPerHour: "the shows' ends, and order lines credited to them"
      case .gmvTrend: "the ends of 10 or more shows, and order lines credited to them"
      case .refundRate: "order lines and refunds of shows at least a month old"
      case .creatorRetention: "who joined and who left the programme"
      case .targetAttainment: "targets whose period is over"
      case .awareness: "a survey of awareness with its sample size"
      case .adoption: "a survey of adoption with its sample size"
      }
    }
  }

  /// What is measured.
  public let measure: Measure
  /// The number that it has to clear with its whole interval.
  public let pass: Double
  /// The number beyond which, with its whole interval, it speaks for stopping; `nil` for none.
  public let stop: Double?
  /// Why this much, in a sentence.
  public let reason: String?

  /// Makes a criterion.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` where a stop is better than the
  ///   pass.
  public init(
    measure: Measure, pass: Double, stop: Double?, reason: String?
  ) throws(LedgerError) {
    if let stop, measure.isBetterSmall ? stop < pass : stop > pass {
      throw .invalid(
        field: "\(measure.rawValue).stop", value: "\(stop)", reason: "is better than pass, \(pass)")
    }
    self.measure = measure
    self.pass = pass
    self.stop = stop
    self.reason = reason
  }
}

/// The criteria by which a market is judged, as a file states them.
public struct ReadinessPolicy: Equatable, Sendable {
  /// What it is called.
  public let name: String
  /// Which version of it.
  public let version: Int64
  /// The currency of its amounts.
  public let currency: Currency
  /// How many of the last shows are judged.
  public let lastShows: Int
  /// The criteria, in the order of their measures.
  public let criteria: [ReadinessCriterion]

  /// Makes a policy.
  public init(
    name: String, version: Int64, currency: Currency, lastShows: Int,
    criteria: [ReadinessCriterion]
  ) {
    self.name = name
    self.version = version
    self.currency = currency
    self.lastShows = lastShows
    self.criteria = criteria
  }
}
