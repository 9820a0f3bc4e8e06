/// The definitions of what shows achieve.
extension MetricDefinition {
  static let gmvPerHour = MetricDefinition(
    "gmv_per_hour", "GMV per hour", .money, .showsRatio(.gross, per: .duration, times: 3_600_000),
    meaning: "Merchandise value sold per hour on air.",
    formula: "credited gmv_gross ÷ hours, over the shows that have both",
    pitfall:
      "Only sales that are credited to a show. Whether a purchase two days later counts depends "
      + "on the platform.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let gmvPerThousandViews = MetricDefinition(
    "gmv_per_thousand_views", "GMV per 1,000 views", .money,
    .showsRatio(.gross, per: .count(.views), times: 1000),
    meaning: "Merchandise value sold per thousand views (Watch GPM).",
    formula: "1000 × credited gmv_gross ÷ views, over the shows that have both",
    pitfall:
      "Watch GPM is per views, Show GPM per impressions; one of TikTok's Thai pages mixes them up.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let gmvPerThousandImpressions = MetricDefinition(
    "gmv_per_thousand_impressions", "GMV per 1,000 product impressions", .money,
    .showsRatio(.gross, per: .count(.productImpressions), times: 1000),
    meaning: "Merchandise value sold per thousand product impressions (Show GPM).",
    formula: "1000 × credited gmv_gross ÷ product_impressions, over the shows that have both",
    pitfall:
      "Show GPM is per impressions, Watch GPM per views; one of TikTok's Thai pages mixes them up.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let clicksPerView = MetricDefinition(
    "clicks_per_view", "Product clicks per view", .share,
    .showsRatio(.count(.productClicks), per: .count(.views), times: 1_000_000),
    meaning: "How many product clicks there are per view (LIVE CTR).",
    formula: "product_clicks ÷ views, over the shows that have both",
    pitfall:
      "TikTok calls this CTR for LIVE; elsewhere its CTR is clicks ÷ impressions. Its own LIVE "
      + "Avg. CTR is a mean over shows.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let clicksPerImpression = MetricDefinition(
    "clicks_per_impression", "Product clicks per impression", .share,
    .showsRatio(.count(.productClicks), per: .count(.productImpressions), times: 1_000_000),
    meaning: "How many clicks there are per product impression (product CTR).",
    formula: "product_clicks ÷ product_impressions, over the shows that have both",
    pitfall: "Not the LIVE CTR, whose denominator is views.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let ordersPerClick = MetricDefinition(
    "orders_per_click", "Orders per product click", .share,
    .showsRatio(.orders, per: .count(.productClicks), times: 1_000_000),
    or: [.orders, .ordersAttributed].map { measure in
      .init(
        measure: measure,
        computation: .showsRatio(.reported(measure), per: .count(.productClicks), times: 1))
    },
    meaning: "How many orders there are per product click (CTOR, main orders).",
    formula:
      "credited orders ÷ product_clicks, over the shows that have both; where no show has order "
      + "lines, the reported orders or orders_attributed, and named so",
    pitfall:
      "TikTok's text speaks of customers, its formula of purchases. For SKU orders, see "
      + "sku_orders_per_click.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let skuOrdersPerClick = MetricDefinition(
    "sku_orders_per_click", "SKU orders per product click", .share,
    .showsRatio(.reported(.skuOrders), per: .count(.productClicks), times: 1),
    meaning: "How many SKU orders there are per product click (CTOR, SKU orders).",
    formula: "reported sku_orders ÷ product_clicks, over the shows that have both",
    pitfall: "A basket with two products is two SKU orders.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let buyersPerViewer = MetricDefinition(
    "buyers_per_viewer", "Buyers per viewer", .share,
    .showsRatio(.reported(.customers), per: .count(.uniqueViewers), times: 1),
    meaning: "Share of a show's viewers who buy (buyer conversion).",
    formula: "reported customers ÷ unique_viewers, as sums over the shows that have both",
    pitfall:
      "Platforms use at least four denominators for conversion; Lazada divides by product "
      + "visitors. Over several shows, this is a ratio per show, not that of a population.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let followsPerView = MetricDefinition(
    "follows_per_view", "New followers per view", .share,
    .showsRatio(.count(.newFollowers), per: .count(.views), times: 1_000_000),
    meaning: "How many new followers there are per view.",
    formula: "new_followers ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers instead.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let likesPerView = MetricDefinition(
    "likes_per_view", "Likes per view", .multiple,
    .showsRatio(.count(.likes), per: .count(.views), times: 1_000_000),
    meaning: "How many likes there are per view; may exceed 1.",
    formula: "likes ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers instead.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let commentsPerView = MetricDefinition(
    "comments_per_view", "Comments per view", .share,
    .showsRatio(.count(.comments), per: .count(.views), times: 1_000_000),
    meaning: "How many comments there are per view.",
    formula: "comments ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers instead.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let sharesPerView = MetricDefinition(
    "shares_per_view", "Shares per view", .share,
    .showsRatio(.count(.shares), per: .count(.views), times: 1_000_000),
    meaning: "How many shares there are per view.",
    formula: "shares ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers instead.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let reportedGMV = MetricDefinition(
    "reported_gmv", "GMV as reported", .money, .shows(.reported(.gmvGross)),
    or: Measure.otherMerchandiseValues.map { measure in
      .init(measure: measure, computation: .shows(.reported(measure)))
    },
    meaning: "Merchandise value that platforms report for whole shows.",
    formula:
      "sum over shows of the latest reported gmv_gross, or of the definition that more of the "
      + "shows have: gmv_attributed, gmv_direct, gmv_confirmed or gmv_placed, and named so",
    pitfall: "Never add it to the order lines. Platforms restate it for days after the show.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let reportedGMVPerHour = MetricDefinition(
    "reported_gmv_per_hour", "GMV as reported, per hour", .money,
    .showsRatio(.reported(.gmvGross), per: .duration, times: 3_600_000),
    or: Measure.otherMerchandiseValues.map { measure in
      .init(
        measure: measure,
        computation: .showsRatio(.reported(measure), per: .duration, times: 3_600_000))
    },
    meaning: "Merchandise value sold per hour on air, as platforms report it.",
    formula: "reported_gmv, by one definition, ÷ hours, over the shows that have both",
    pitfall: "A platform credits sales by its own window and restates them for days.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
}
