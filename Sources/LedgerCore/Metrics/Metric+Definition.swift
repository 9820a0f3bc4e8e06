/// The definitions of a counted metric: one for each figure that its kind allows.
enum CountDefinition {
  case gauge(peak: MetricDefinition, average: MetricDefinition)
  case runningTotal(MetricDefinition)
  case distinctPeople(MetricDefinition)
}

extension Metric {
  /// What the metric means, and how it is computed.
  var definition: CountDefinition {
    switch self {
    case .concurrent: .gauge(peak: .peakConcurrent, average: .averageConcurrent)
    case .views: .runningTotal(.views)
    case .uniqueViewers: .distinctPeople(.uniqueViewers)
    case .likes: .runningTotal(.likes)
    case .comments: .runningTotal(.comments)
    case .shares: .runningTotal(.shares)
    case .newFollowers: .runningTotal(.newFollowers)
    case .productImpressions: .runningTotal(.productImpressions)
    case .productClicks: .runningTotal(.productClicks)
    case .addToCart: .runningTotal(.addToCart)
    case .checkouts: .runningTotal(.checkouts)
    case .gifts: .runningTotal(.gifts)
    }
  }
}

/// The definitions of what is counted during shows.
extension MetricDefinition {
  private static let performance = "TikTok Shop Partner API, LIVE performance (analytics/202508)"
  private static let ofAffiliates = "Null for affiliates' shows on TikTok; null is not zero."

  /// The definition of a running total: over shows, the sum of the latest counts.
  private static func total(
    of metric: Metric, _ title: String, meaning: String,
    pitfall: String,
    formula: String = "sum over shows of the latest count", source: String = performance
  ) -> MetricDefinition {
    MetricDefinition(
      metric.rawValue, title, .count, .shows(.count(metric)), meaning: meaning, formula: formula,
      pitfall: pitfall, source: source)
  }

  fileprivate static let peakConcurrent = MetricDefinition(
    "peak_concurrent", "Peak concurrent", .count, .peak(.concurrent),
    meaning: "The most people who watched one show at the same time.",
    formula: "largest concurrent count; over shows, the largest of them",
    pitfall: "Never add up peaks. Counts a minute apart miss the true peak, so this is a lower "
      + "bound of the platform's figure.",
    source: "Twitch, YouTube and TikTok LIVE (pcu)")
  fileprivate static let averageConcurrent = MetricDefinition(
    "average_concurrent", "Average concurrent", .decimal, .average(.concurrent),
    meaning: "People watching at the same time, on average over the observed time.",
    formula: "area under the concurrent counts (trapezoidal rule) ÷ observed time; over shows, "
      + "areas and times are summed first",
    pitfall: "The time from one count to the next is observed unless it is longer than three times "
      + "the usual step of the show and than two minutes. A mean of the shows' means would give a "
      + "short show the weight of a long one.",
    source: "Twitch, average viewers; TikTok LIVE (acu)")
  fileprivate static let views = total(
    of: .views, "Views", meaning: "Times that someone entered a show's room.",
    pitfall: "One person may enter often. Bambuser and YouTube end a view after inactivity.",
    formula: "sum over shows of the latest count of views")
  fileprivate static let uniqueViewers = MetricDefinition(
    "unique_viewers", "Unique viewers", .people, .people(.uniqueViewers),
    meaning: "Different people who watched.",
    formula: "for one show, its latest count; over shows, at least the largest and at most the sum",
    pitfall: "People come back, so the sum over shows is not a number of people. Platforms count "
      + "devices and cookies as people.",
    source: performance)
  fileprivate static let likes = total(
    of: .likes, "Likes", meaning: "Likes during the shows.",
    pitfall: "One viewer may like a hundred times. " + ofAffiliates)
  fileprivate static let comments = total(
    of: .comments, "Comments", meaning: "Comments during the shows.",
    pitfall: ofAffiliates)
  fileprivate static let shares = total(
    of: .shares, "Shares", meaning: "Times that viewers shared a show.",
    pitfall: ofAffiliates)
  fileprivate static let newFollowers = total(
    of: .newFollowers, "New followers", meaning: "Followers gained during the shows.",
    pitfall: ofAffiliates)
  fileprivate static let productImpressions = total(
    of: .productImpressions, "Product impressions",
    meaning: "Times that a product was shown to a viewer.",
    pitfall: "Platforms differ in what counts as shown: pinned, in the bag, or on screen.")
  fileprivate static let productClicks = total(
    of: .productClicks, "Product clicks", meaning: "Clicks on products during the shows.",
    pitfall: "Counts clicks, not people who click.")
  fileprivate static let addToCart = total(
    of: .addToCart, "Added to cart", meaning: "Products added to a cart.",
    pitfall: ofAffiliates)
  fileprivate static let checkouts = total(
    of: .checkouts, "Checkouts", meaning: "Checkouts started.",
    pitfall: ofAffiliates)
  fileprivate static let gifts = total(
    of: .gifts, "Gifts", meaning: "Paid virtual gifts that viewers sent during the shows.",
    pitfall:
      "Counts gifts, not their price: a rose and a lion count as one each. Gifts are not sales.",
    source: "TikTok LIVE Center; YouTube and Twitch have their own kinds of gifts")
}
