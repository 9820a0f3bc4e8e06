/// Who watched, and what they did.
extension MetricDefinition {
  static let shows = MetricDefinition(
    "Shows", .count, .shows(.one),
    meaning: "Live shows that start in the period.",
    formula: "count of events",
    pitfall: "A room that was restarted is two rooms on most platforms.",
    source: "this ledger: sums of recorded movements")
  static let hoursLive = MetricDefinition(
    "Hours live", .hours, .shows(.duration),
    meaning: "Time on air of the shows whose end is known.",
    formula: "sum of end − start",
    pitfall: "Shows without a recorded end are left out, and counted beside.",
    source: "this ledger: sums of recorded movements")
  static let peakConcurrent = MetricDefinition(
    "Peak concurrent", .count, .peak,
    meaning: "The most people who watched one show at once.",
    formula: "largest concurrent count; over shows the largest of them",
    pitfall:
      "Never a sum; counts a minute apart miss the true peak, so it is a lower bound of the "
      + "platform's.",
    source: "Twitch, YouTube and TikTok LIVE (pcu)")
  static let averageConcurrent = MetricDefinition(
    "Average concurrent", .decimal, .averageConcurrent,
    meaning: "People watching at once, on average over the time observed.",
    formula:
      "area under the concurrent counts (trapezoids) ÷ time from the first count to the "
      + "last; over shows the areas and the times are summed first",
    pitfall: "A mean of the shows' means would weigh a short show like a long one.",
    source: "Twitch, average viewers; TikTok LIVE (acu)")
  static let views = MetricDefinition(
    "Views", .count, .shows(.count(.views)),
    meaning: "Entries to the rooms.",
    formula: "sum over shows of the latest count of views",
    pitfall: "One person may enter often; Bambuser and YouTube end a view after inactivity.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let uniqueViewers = MetricDefinition(
    "Unique viewers", .people, .uniqueViewers,
    meaning: "Different people who watched.",
    formula: "of one show its latest count; over shows at least the largest, at most the sum",
    pitfall:
      "People come back: the sum over shows is no number of people. Devices and cookies "
      + "pass as people.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let likes = MetricDefinition(
    "Likes", .count, .shows(.count(.likes)),
    meaning: "Likes during the shows.",
    formula: "sum over shows of the latest count",
    pitfall:
      "A viewer may like a hundred times; null for affiliates' shows, which is not zero.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let comments = MetricDefinition(
    "Comments", .count, .shows(.count(.comments)),
    meaning: "Comments during the shows.",
    formula: "sum over shows of the latest count",
    pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let shares = MetricDefinition(
    "Shares", .count, .shows(.count(.shares)),
    meaning: "Times that a show was passed on.",
    formula: "sum over shows of the latest count",
    pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let newFollowers = MetricDefinition(
    "New followers", .count, .shows(.count(.newFollowers)),
    meaning: "Followers won during the shows.",
    formula: "sum over shows of the latest count",
    pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let productImpressions = MetricDefinition(
    "Product impressions", .count, .shows(.count(.productImpressions)),
    meaning: "Times that a product was shown to a viewer.",
    formula: "sum over shows of the latest count",
    pitfall: "What counts as shown differs: pinned, in the bag, or on screen.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let productClicks = MetricDefinition(
    "Product clicks", .count, .shows(.count(.productClicks)),
    meaning: "Clicks on products during the shows.",
    formula: "sum over shows of the latest count",
    pitfall: "Clicks, not people who click.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let addToCart = MetricDefinition(
    "Added to cart", .count, .shows(.count(.addToCart)),
    meaning: "Products put into a cart.",
    formula: "sum over shows of the latest count",
    pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let checkouts = MetricDefinition(
    "Checkouts", .count, .shows(.count(.checkouts)),
    meaning: "Checkouts begun.",
    formula: "sum over shows of the latest count",
    pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let watchSecondsPerView = MetricDefinition(
    "Watch time per view (estimated)", .seconds,
    .showsRatio(.twiceArea, per: .count(.views), times: 500),
    meaning: "How long an entry stays, estimated from the curve.",
    formula:
      "area under the concurrent counts in viewer-seconds ÷ views, over the shows that have "
      + "both",
    pitfall: "Time before the first and after the last count is not in it.",
    source: "TikTok LIVE: average concurrent × duration ≈ watch time")
  static let reportedWatchSecondsPerView = MetricDefinition(
    "Watch time per view (reported)", .seconds,
    .showsRatio(.reported(.watchSeconds), per: .count(.views), times: 1),
    meaning: "How long an entry stays, as the platforms report it.",
    formula: "sum of the reported watch time ÷ views, over the shows that have both",
    pitfall: "TikTok's second export also has it per viewer, which is more.",
    source:
      "TikTok Shop Partner API, LIVE performance (analytics/202508), avg_viewing_duration")
  static let viewsPerViewer = MetricDefinition(
    "Views per viewer", .multiple,
    .showsRatio(.count(.views), per: .count(.uniqueViewers), times: 1_000_000),
    meaning: "How often a viewer enters a show.",
    formula: "views ÷ unique_viewers, over the shows that have both",
    pitfall: "Viewers are different people of one show only.",
    source: "Reach multiple, as agencies compute it")
  static let retainedAtQuarter = MetricDefinition(
    "Retained at 25 %", .share, .showsRatio(.retained(.quarter), per: .peak, times: 1_000_000),
    meaning: "Viewers at 25 % of the show's length, as a share of its peak.",
    formula:
      "concurrent viewers at 25 % of the length (on the line between two counts) ÷ "
      + "peak_concurrent, sums over the shows that have both",
    pitfall:
      "Viewers come and go: these are not the same people. Needs the show's end and counts "
      + "around the instant.",
    source: "this ledger, after retention curves of YouTube Studio")
  static let retainedAtHalf = MetricDefinition(
    "Retained at 50 %", .share, .showsRatio(.retained(.half), per: .peak, times: 1_000_000),
    meaning: "Viewers at 50 % of the show's length, as a share of its peak.",
    formula:
      "concurrent viewers at 50 % of the length (on the line between two counts) ÷ "
      + "peak_concurrent, sums over the shows that have both",
    pitfall:
      "Viewers come and go: these are not the same people. Needs the show's end and counts "
      + "around the instant.",
    source: "this ledger, after retention curves of YouTube Studio")
  static let retainedAtThreeQuarters = MetricDefinition(
    "Retained at 75 %", .share,
    .showsRatio(.retained(.threeQuarters), per: .peak, times: 1_000_000),
    meaning: "Viewers at 75 % of the show's length, as a share of its peak.",
    formula:
      "concurrent viewers at 75 % of the length (on the line between two counts) ÷ "
      + "peak_concurrent, sums over the shows that have both",
    pitfall:
      "Viewers come and go: these are not the same people. Needs the show's end and counts "
      + "around the instant.",
    source: "this ledger, after retention curves of YouTube Studio")
}
