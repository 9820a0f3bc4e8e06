/// What the catalogue says of a counted metric, by what its kind lets a report show.
enum CountDefinition {
  case gauge(peak: MetricDefinition, average: MetricDefinition)
  case runningTotal(MetricDefinition)
  case distinctPeople(MetricDefinition)
}

extension Metric {
  /// What it means, and how it is computed.
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

/// What is counted of those who watch.
extension MetricDefinition {
  private static let performance = "TikTok Shop Partner API, LIVE performance (analytics/202508)"
  private static let ofAffiliates = "Null for affiliates' shows on TikTok, which is not zero."

  /// A running total: over shows, the sum of the latest counts.
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
    meaning: "The most people who watched one show at once.",
    formula: "largest concurrent count; over shows the largest of them",
    pitfall: "Never a sum; counts a minute apart miss the true peak, so it is a lower bound of the "
      + "platform's.",
    source: "Twitch, YouTube and TikTok LIVE (pcu)")
  fileprivate static let averageConcurrent = MetricDefinition(
    "average_concurrent", "Average concurrent", .decimal, .average(.concurrent),
    meaning: "People watching at once, on average over the time observed.",
    formula: "area under the concurrent counts (trapezoids) ÷ time from the first count to the "
      + "last; over shows the areas and the times are summed first",
    pitfall: "A mean of the shows' means would weigh a short show like a long one.",
    source: "Twitch, average viewers; TikTok LIVE (acu)")
  fileprivate static let views = total(
    of: .views, "Views", meaning: "Entries to the rooms.",
    pitfall: "One person may enter often; Bambuser and YouTube end a view after inactivity.",
    formula: "sum over shows of the latest count of views")
  fileprivate static let uniqueViewers = MetricDefinition(
    "unique_viewers", "Unique viewers", .people, .people(.uniqueViewers),
    meaning: "Different people who watched.",
    formula: "of one show its latest count; over shows at least the largest, at most the sum",
    pitfall: "People come back: the sum over shows is no number of people. Devices and cookies "
      + "pass as people.",
    source: performance)
  fileprivate static let likes = total(
    of: .likes, "Likes", meaning: "Likes during the shows.",
    pitfall: "A viewer may like a hundred times; null for affiliates' shows, which is not zero.")
  fileprivate static let comments = total(
    of: .comments, "Comments", meaning: "Comments during the shows.",
    pitfall: ofAffiliates)
  fileprivate static let shares = total(
    of: .shares, "Shares", meaning: "Times that a show was passed on.",
    pitfall: ofAffiliates)
  fileprivate static let newFollowers = total(
    of: .newFollowers, "New followers", meaning: "Followers won during the shows.",
    pitfall: ofAffiliates)
  fileprivate static let productImpressions = total(
    of: .productImpressions, "Product impressions",
    meaning: "Times that a product was shown to a viewer.",
    pitfall: "What counts as shown differs: pinned, in the bag, or on screen.")
  fileprivate static let productClicks = total(
    of: .productClicks, "Product clicks", meaning: "Clicks on products during the shows.",
    pitfall: "Clicks, not people who click.")
  fileprivate static let addToCart = total(
    of: .addToCart, "Added to cart", meaning: "Products put into a cart.",
    pitfall: ofAffiliates)
  fileprivate static let checkouts = total(
    of: .checkouts, "Checkouts", meaning: "Checkouts begun.",
    pitfall: ofAffiliates)
  fileprivate static let gifts = total(
    of: .gifts, "Gifts", meaning: "Paid virtual gifts that viewers sent during the shows.",
    pitfall:
      "A number of gifts, not their price: a rose and a lion count one each, and no sale is in it.",
    source: "TikTok LIVE Center; YouTube and Twitch have gifts of their own kinds")
}
