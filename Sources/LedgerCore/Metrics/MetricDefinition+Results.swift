/// What the shows achieve.
extension MetricDefinition {
  static let gmvPerHour = MetricDefinition(
    "gmv_per_hour", "GMV per hour", .money, .showsRatio(.gross, per: .duration, times: 3_600_000),
    meaning: "What an hour of show sells.",
    formula: "credited gmv_gross ÷ hours, over the shows that have both",
    pitfall:
      "Only sales that are credited to a show; what is bought two days later may count or "
      + "not, by the platform.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let gmvPerThousandViews = MetricDefinition(
    "gmv_per_thousand_views", "GMV per 1,000 views", .money,
    .showsRatio(.gross, per: .count(.views), times: 1000),
    meaning: "What a thousand entries sell (Watch GPM).",
    formula: "1000 × credited gmv_gross ÷ views, over the shows that have both",
    pitfall:
      "Watch GPM is per views, Show GPM per impressions; one Thai page of TikTok mixes "
      + "them.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let gmvPerThousandImpressions = MetricDefinition(
    "gmv_per_thousand_impressions", "GMV per 1,000 product impressions", .money,
    .showsRatio(.gross, per: .count(.productImpressions), times: 1000),
    meaning: "What a thousand sights of a product sell (Show GPM).",
    formula: "1000 × credited gmv_gross ÷ product_impressions, over the shows that have both",
    pitfall:
      "Show GPM is per impressions, Watch GPM per views; one Thai page of TikTok mixes them.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let clicksPerView = MetricDefinition(
    "clicks_per_view", "Product clicks per view", .share,
    .showsRatio(.count(.productClicks), per: .count(.views), times: 1_000_000),
    meaning: "How many entries lead to a click (LIVE CTR).",
    formula: "product_clicks ÷ views, over the shows that have both",
    pitfall:
      "TikTok calls this CTR for LIVE, and clicks ÷ impressions elsewhere; its own LIVE "
      + "Avg. CTR is a mean over shows.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let clicksPerImpression = MetricDefinition(
    "clicks_per_impression", "Product clicks per impression", .share,
    .showsRatio(.count(.productClicks), per: .count(.productImpressions), times: 1_000_000),
    meaning: "How many sights of a product lead to a click (product CTR).",
    formula: "product_clicks ÷ product_impressions, over the shows that have both",
    pitfall: "Not the LIVE CTR, whose denominator is views.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let ordersPerClick = MetricDefinition(
    "orders_per_click", "Orders per product click", .share,
    .showsRatio(.orders, per: .count(.productClicks), times: 1_000_000),
    meaning: "How many clicks lead to an order (CTOR, main orders).",
    formula: "credited orders ÷ product_clicks, over the shows that have both",
    pitfall:
      "TikTok's text speaks of customers, its formula of purchases; see the one by SKU "
      + "orders.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let skuOrdersPerClick = MetricDefinition(
    "sku_orders_per_click", "SKU orders per product click", .share,
    .showsRatio(.reported(.skuOrders), per: .count(.productClicks), times: 1),
    meaning: "How many clicks lead to an order of a product (CTOR, SKU orders).",
    formula: "reported sku_orders ÷ product_clicks, over the shows that have both",
    pitfall: "A basket of two products is two SKU orders.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let buyersPerViewer = MetricDefinition(
    "buyers_per_viewer", "Buyers per viewer", .share,
    .showsRatio(.reported(.customers), per: .count(.uniqueViewers), times: 1),
    meaning: "Which share of a show's viewers buys (buyer conversion).",
    formula: "reported customers ÷ unique_viewers, sums over the shows that have both",
    pitfall:
      "Conversion has at least four denominators; Lazada divides by product visitors. Over "
      + "shows it is a rate per show, not of a population.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let followsPerView = MetricDefinition(
    "follows_per_view", "New followers per view", .share,
    .showsRatio(.count(.newFollowers), per: .count(.views), times: 1_000_000),
    meaning: "How many entries win a follower.",
    formula: "new_followers ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let likesPerView = MetricDefinition(
    "likes_per_view", "Likes per view", .multiple,
    .showsRatio(.count(.likes), per: .count(.views), times: 1_000_000),
    meaning: "How often an entry is liked; may pass 1.",
    formula: "likes ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let commentsPerView = MetricDefinition(
    "comments_per_view", "Comments per view", .share,
    .showsRatio(.count(.comments), per: .count(.views), times: 1_000_000),
    meaning: "How many comments come on an entry.",
    formula: "comments ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let sharesPerView = MetricDefinition(
    "shares_per_view", "Shares per view", .share,
    .showsRatio(.count(.shares), per: .count(.views), times: 1_000_000),
    meaning: "How many entries pass the show on.",
    formula: "shares ÷ views, over the shows that have both",
    pitfall: "Platforms may divide by viewers.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let reportedGMV = MetricDefinition(
    "reported_gmv", "GMV as reported", .money, .shows(.reported(.gmvGross)),
    meaning: "Merchandise value as the platforms report it for whole shows.",
    formula: "sum over shows of the latest reported gmv_gross",
    pitfall: "Never added to the order lines; restated for days after the show.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let reportedGMVPerHour = MetricDefinition(
    "reported_gmv_per_hour", "GMV as reported, per hour", .money,
    .showsRatio(.reported(.gmvGross), per: .duration, times: 3_600_000),
    meaning: "What an hour of show sells, as the platforms report it.",
    formula: "reported gmv_gross ÷ hours, over the shows that have both",
    pitfall: "A platform credits sales by its own window, and restates them for days.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
}
