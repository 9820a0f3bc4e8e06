/// A criterion that a market has to meet to be ready, with its thresholds.
public struct ReadinessCriterion: Equatable, Sendable {
  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// People watching at once, on average over the last shows.
    case audience
    /// Orders ÷ product clicks of the last shows.
    case clickToOrder = "click_to_order"
    /// Gross merchandise value per hour of the last shows, in the policy's currency.
    case gmvPerHour = "gmv_per_hour"
    /// Value per hour of the newer half of the last shows ÷ that of the older half.
    case gmvTrend = "gmv_trend"
    /// Refunded ÷ gross of the last shows whose refund window is over.
    case refundRate = "settled_refund_rate"
    /// Share of the creators who joined at least three months ago that stayed three months.
    case creatorRetention = "creator_retention"
    /// The lowest attainment of a target whose period is over.
    case targetAttainment = "target_attainment"
    /// Share of people asked who know live shopping, in the latest survey.
    case awareness
    /// Share of people asked who have bought in a live show, in the latest survey.
    case adoption

    /// Whether it is of amounts, which are converted to the policy's currency.
    public var isOfMoney: Bool {
      switch self {
      case .gmvPerHour, .gmvTrend, .refundRate: true
      default: false
      }
    }

    /// A former name, which policies may still have.
    public var formerName: String? { self == .refundRate ? "refund_rate" : nil }

    /// Whether it is a ratio over shows, whose interval comes from how shows differ.
    public var isOverShows: Bool {
      switch self {
      case .audience, .clickToOrder, .gmvPerHour, .gmvTrend, .refundRate: true
      case .creatorRetention, .targetAttainment, .awareness, .adoption: false
      }
    }

    /// Whether it is of what shows sold, which may not be known.
    var isOfSales: Bool {
      switch self {
      case .clickToOrder, .gmvPerHour, .gmvTrend, .refundRate: true
      default: false
      }
    }

    /// Whether a smaller value is better.
    public var isBetterSmall: Bool { self == .refundRate }

    /// What has to be recorded to compute it.
    public var evidence: String {
      switch self {
      case .audience: "counts of concurrent viewers, two or more per show"
      case .clickToOrder: "counts of product_clicks, and order lines credited to the shows"
      case .gmvPerHour: "the shows' ends, and order lines credited to them"
      case .gmvTrend: "the ends of 10 or more shows, and order lines credited to them"
      case .refundRate: "order lines and refunds of shows at least a month old"
      case .creatorRetention: "who joined and who left the programme"
      case .targetAttainment: "targets whose period is over"
      case .awareness: "a survey of awareness with its sample size and the answer that counts"
      case .adoption: "a survey of adoption with its sample size and the answer that counts"
      }
    }
  }

  /// What is measured.
  public let measure: Measure
  /// The threshold that the whole interval has to clear.
  public let pass: Double
  /// The threshold for stopping: the whole interval lies beyond it; `nil` for none.
  public let stop: Double?
  /// The reason for the thresholds, in a sentence.
  public let reason: String?

  /// Creates a criterion with its thresholds.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if `stop` is better than `pass`.
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

/// The criteria that a market is judged by, as a policy file states them.
public struct ReadinessPolicy: Equatable, Sendable {
  /// The name of the policy.
  public let name: String
  /// The version of the policy.
  public let version: Int64
  /// The currency of its amounts.
  public let currency: Currency
  /// How many of the last shows are judged.
  public let lastShows: Int
  /// The criteria, in the order of their measures.
  public let criteria: [ReadinessCriterion]

  /// Creates a policy from its criteria.
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
