extension ReportMetric {
  /// What it means, and how it is computed.
  public var definition: MetricDefinition {
    switch self {
    case .gmvGross:
      MetricDefinition(
        "GMV gross", .money, .sales(.gross),
        meaning: "Merchandise value of what was sold, before anything came back.",
        formula: "sum of the amounts of kind sale",
        pitfall:
          "Includes what is cancelled or refunded later; UK and EU prices include VAT, US ones "
          + "sales tax; platforms count unpaid or cancelled orders in theirs.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .cancelled:
      MetricDefinition(
        "Cancelled", .money, .sales(.cancelled),
        meaning: "Value of orders taken back before delivery, as a positive amount.",
        formula: "−1 × sum of the amounts of kind cancellation",
        pitfall: "Some exports show a cancelled order as never sold.",
        source: "this ledger: sums of recorded movements")
    case .refunded:
      MetricDefinition(
        "Refunded", .money, .sales(.refunded),
        meaning: "Value paid back after delivery, as a positive amount.",
        formula: "−1 × sum of the amounts of kind refund",
        pitfall:
          "Comes late: within 24 hours, 7, 14 or 30 days; a recent show has not seen its "
          + "refunds.",
        source: "Shopify, sales reports")
    case .adjusted:
      MetricDefinition(
        "Adjusted", .money, .sales(.adjusted),
        meaning: "Corrections that belong to no single sale, up or down.",
        formula: "sum of the amounts of kind adjustment",
        pitfall: "Fees and bad debts are no sales; keep them out of GMV.",
        source: "this ledger: sums of recorded movements")
    case .gmvNet:
      MetricDefinition(
        "GMV net", .money, .sales(.net),
        meaning: "Merchandise value that stays.",
        formula: "gross − cancelled − refunded + adjusted",
        pitfall: "Provisional while refund windows are open; Shopify also takes discounts off.",
        source: "Shopify, sales reports")
    case .orders:
      MetricDefinition(
        "Orders", .count, .sales(.orders),
        meaning: "Different orders with a line that was sold.",
        formula: "count of different order numbers of one source with a line of kind sale",
        pitfall: "Three numbers pass as orders: baskets (these), SKU orders, and order lines.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .paidOrders:
      MetricDefinition(
        "Paid orders", .count, .sales(.paidOrders),
        meaning: "Orders that cost something.",
        formula: "count of orders whose lines of kind sale sum to more than 0",
        pitfall: "Samples, replacements and giveaways are orders of price 0.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .units:
      MetricDefinition(
        "Units", .count, .sales(.units),
        meaning: "Items sold.",
        formula: "sum of the quantities of kind sale",
        pitfall: "Not orders: a basket of three lipsticks is one order and three units.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .averageOrderValue:
      MetricDefinition(
        "Average order value", .money, .salesRatio(.gross, per: .paidOrders, times: 1),
        meaning: "What an order comes to.",
        formula: "gmv_gross ÷ paid_orders",
        pitfall:
          "Orders of price 0 (giveaways) are left out below the line; TikTok's avg_price is per "
          + "item, not per order.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .averagePrice:
      MetricDefinition(
        "Average price", .money, .salesRatio(.gross, per: .units, times: 1),
        meaning: "What an item costs.",
        formula: "gmv_gross ÷ units",
        pitfall: "Not the order value; includes items of price 0.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .unitsPerOrder:
      MetricDefinition(
        "Units per order", .multiple, .salesRatio(.units, per: .orders, times: 1_000_000),
        meaning: "How many items are in a basket.",
        formula: "units ÷ orders",
        pitfall: "SKU orders below the line would make it smaller.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .refundRateByValue:
      MetricDefinition(
        "Refund rate by value", .share, .salesRatio(.refunded, per: .gross, times: 1_000_000),
        meaning: "Share of the merchandise value that was paid back.",
        formula: "refunded ÷ gmv_gross",
        pitfall:
          "Processed: refunds of the period over sales of the period, which are other orders; "
          + "cohort: of the shows' own sales. Both start too low.",
        source: "Shopify, sales reports")
    case .refundRateByUnits:
      MetricDefinition(
        "Refund rate by units", .share, .salesRatio(.unitsRefunded, per: .units, times: 1_000_000),
        meaning: "Share of the items that came back after delivery.",
        formula: "units of kind refund ÷ units",
        pitfall: "A partial refund of money alone brings no unit back.",
        source: "Shopify, sales reports")
    case .cancellationRateByValue:
      MetricDefinition(
        "Cancellation rate by value", .share,
        .salesRatio(.cancelled, per: .gross, times: 1_000_000),
        meaning: "Share of the merchandise value that was cancelled.",
        formula: "cancelled ÷ gmv_gross",
        pitfall: "Shopee's placed GMV includes cancelled orders, its confirmed GMV does not.",
        source: "Shopee Open Platform, livestream API")
    case .cancellationRateByUnits:
      MetricDefinition(
        "Cancellation rate by units", .share,
        .salesRatio(.unitsCancelled, per: .units, times: 1_000_000),
        meaning: "Share of the items that were cancelled.",
        formula: "units of kind cancellation ÷ units",
        pitfall: "As by value.",
        source: "Shopee Open Platform, livestream API")
    case .shows:
      MetricDefinition(
        "Shows", .count, .shows(.one),
        meaning: "Live shows that start in the period.",
        formula: "count of events",
        pitfall: "A room that was restarted is two rooms on most platforms.",
        source: "this ledger: sums of recorded movements")
    case .hoursLive:
      MetricDefinition(
        "Hours live", .hours, .shows(.duration),
        meaning: "Time on air of the shows whose end is known.",
        formula: "sum of end − start",
        pitfall: "Shows without a recorded end are left out, and counted beside.",
        source: "this ledger: sums of recorded movements")
    case .peakConcurrent:
      MetricDefinition(
        "Peak concurrent", .count, .peak,
        meaning: "The most people who watched one show at once.",
        formula: "largest concurrent count; over shows the largest of them",
        pitfall:
          "Never a sum; counts a minute apart miss the true peak, so it is a lower bound of the "
          + "platform's.",
        source: "Twitch, YouTube and TikTok LIVE (pcu)")
    case .averageConcurrent:
      MetricDefinition(
        "Average concurrent", .decimal, .averageConcurrent,
        meaning: "People watching at once, on average over the time observed.",
        formula:
          "area under the concurrent counts (trapezoids) ÷ time from the first count to the "
          + "last; over shows the areas and the times are summed first",
        pitfall: "A mean of the shows' means would weigh a short show like a long one.",
        source: "Twitch, average viewers; TikTok LIVE (acu)")
    case .views:
      MetricDefinition(
        "Views", .count, .shows(.count(.views)),
        meaning: "Entries to the rooms.",
        formula: "sum over shows of the latest count of views",
        pitfall: "One person may enter often; Bambuser and YouTube end a view after inactivity.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .uniqueViewers:
      MetricDefinition(
        "Unique viewers", .people, .uniqueViewers,
        meaning: "Different people who watched.",
        formula: "of one show its latest count; over shows at least the largest, at most the sum",
        pitfall:
          "People come back: the sum over shows is no number of people. Devices and cookies "
          + "pass as people.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .likes:
      MetricDefinition(
        "Likes", .count, .shows(.count(.likes)),
        meaning: "Likes during the shows.",
        formula: "sum over shows of the latest count",
        pitfall:
          "A viewer may like a hundred times; null for affiliates' shows, which is not zero.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .comments:
      MetricDefinition(
        "Comments", .count, .shows(.count(.comments)),
        meaning: "Comments during the shows.",
        formula: "sum over shows of the latest count",
        pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .shares:
      MetricDefinition(
        "Shares", .count, .shows(.count(.shares)),
        meaning: "Times that a show was passed on.",
        formula: "sum over shows of the latest count",
        pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .newFollowers:
      MetricDefinition(
        "New followers", .count, .shows(.count(.newFollowers)),
        meaning: "Followers won during the shows.",
        formula: "sum over shows of the latest count",
        pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .productImpressions:
      MetricDefinition(
        "Product impressions", .count, .shows(.count(.productImpressions)),
        meaning: "Times that a product was shown to a viewer.",
        formula: "sum over shows of the latest count",
        pitfall: "What counts as shown differs: pinned, in the bag, or on screen.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .productClicks:
      MetricDefinition(
        "Product clicks", .count, .shows(.count(.productClicks)),
        meaning: "Clicks on products during the shows.",
        formula: "sum over shows of the latest count",
        pitfall: "Clicks, not people who click.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .addToCart:
      MetricDefinition(
        "Added to cart", .count, .shows(.count(.addToCart)),
        meaning: "Products put into a cart.",
        formula: "sum over shows of the latest count",
        pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .checkouts:
      MetricDefinition(
        "Checkouts", .count, .shows(.count(.checkouts)),
        meaning: "Checkouts begun.",
        formula: "sum over shows of the latest count",
        pitfall: "Null for affiliates' shows on TikTok, which is not zero.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .watchSecondsPerView:
      MetricDefinition(
        "Watch time per view (estimated)", .seconds,
        .showsRatio(.twiceArea, per: .count(.views), times: 500),
        meaning: "How long an entry stays, estimated from the curve.",
        formula:
          "area under the concurrent counts in viewer-seconds ÷ views, over the shows that have "
          + "both",
        pitfall: "Time before the first and after the last count is not in it.",
        source: "TikTok LIVE: average concurrent × duration ≈ watch time")
    case .reportedWatchSecondsPerView:
      MetricDefinition(
        "Watch time per view (reported)", .seconds,
        .showsRatio(.reported(.watchSeconds), per: .count(.views), times: 1),
        meaning: "How long an entry stays, as the platforms report it.",
        formula: "sum of the reported watch time ÷ views, over the shows that have both",
        pitfall: "TikTok's second export also has it per viewer, which is more.",
        source:
          "TikTok Shop Partner API, LIVE performance (analytics/202508), avg_viewing_duration")
    case .viewsPerViewer:
      MetricDefinition(
        "Views per viewer", .multiple,
        .showsRatio(.count(.views), per: .count(.uniqueViewers), times: 1_000_000),
        meaning: "How often a viewer enters a show.",
        formula: "views ÷ unique_viewers, over the shows that have both",
        pitfall: "Viewers are different people of one show only.",
        source: "Reach multiple, as agencies compute it")
    case .retainedAtQuarter:
      MetricDefinition(
        "Retained at 25 %", .share, .showsRatio(.retained(.quarter), per: .peak, times: 1_000_000),
        meaning: "Viewers at 25 % of the show's length, as a share of its peak.",
        formula:
          "concurrent viewers at 25 % of the length (on the line between two counts) ÷ "
          + "peak_concurrent, sums over the shows that have both",
        pitfall:
          "Viewers come and go: these are not the same people. Needs the show's end and counts "
          + "around the instant.",
        source: "this ledger, after retention curves of YouTube Studio")
    case .retainedAtHalf:
      MetricDefinition(
        "Retained at 50 %", .share, .showsRatio(.retained(.half), per: .peak, times: 1_000_000),
        meaning: "Viewers at 50 % of the show's length, as a share of its peak.",
        formula:
          "concurrent viewers at 50 % of the length (on the line between two counts) ÷ "
          + "peak_concurrent, sums over the shows that have both",
        pitfall:
          "Viewers come and go: these are not the same people. Needs the show's end and counts "
          + "around the instant.",
        source: "this ledger, after retention curves of YouTube Studio")
    case .retainedAtThreeQuarters:
      MetricDefinition(
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
    case .gmvPerHour:
      MetricDefinition(
        "GMV per hour", .money, .showsRatio(.gross, per: .duration, times: 3_600_000),
        meaning: "What an hour of show sells.",
        formula: "credited gmv_gross ÷ hours, over the shows that have both",
        pitfall:
          "Only sales that are credited to a show; what is bought two days later may count or "
          + "not, by the platform.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .gmvPerThousandViews:
      MetricDefinition(
        "GMV per 1,000 views", .money, .showsRatio(.gross, per: .count(.views), times: 1000),
        meaning: "What a thousand entries sell (Watch GPM).",
        formula: "1000 × credited gmv_gross ÷ views, over the shows that have both",
        pitfall:
          "Watch GPM is per views, Show GPM per impressions; one Thai page of TikTok mixes "
          + "them.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .gmvPerThousandImpressions:
      MetricDefinition(
        "GMV per 1,000 product impressions", .money,
        .showsRatio(.gross, per: .count(.productImpressions), times: 1000),
        meaning: "What a thousand sights of a product sell (Show GPM).",
        formula: "1000 × credited gmv_gross ÷ product_impressions, over the shows that have both",
        pitfall: "As above.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .clicksPerView:
      MetricDefinition(
        "Product clicks per view", .share,
        .showsRatio(.count(.productClicks), per: .count(.views), times: 1_000_000),
        meaning: "How many entries lead to a click (LIVE CTR).",
        formula: "product_clicks ÷ views, over the shows that have both",
        pitfall:
          "TikTok calls this CTR for LIVE, and clicks ÷ impressions elsewhere; its own LIVE "
          + "Avg. CTR is a mean over shows.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .clicksPerImpression:
      MetricDefinition(
        "Product clicks per impression", .share,
        .showsRatio(.count(.productClicks), per: .count(.productImpressions), times: 1_000_000),
        meaning: "How many sights of a product lead to a click (product CTR).",
        formula: "product_clicks ÷ product_impressions, over the shows that have both",
        pitfall: "Not the LIVE CTR, whose denominator is views.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .ordersPerClick:
      MetricDefinition(
        "Orders per product click", .share,
        .showsRatio(.orders, per: .count(.productClicks), times: 1_000_000),
        meaning: "How many clicks lead to an order (CTOR, main orders).",
        formula: "credited orders ÷ product_clicks, over the shows that have both",
        pitfall:
          "TikTok's text speaks of customers, its formula of purchases; see the one by SKU "
          + "orders.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .skuOrdersPerClick:
      MetricDefinition(
        "SKU orders per product click", .share,
        .showsRatio(.reported(.skuOrders), per: .count(.productClicks), times: 1),
        meaning: "How many clicks lead to an order of a product (CTOR, SKU orders).",
        formula: "reported sku_orders ÷ product_clicks, over the shows that have both",
        pitfall: "A basket of two products is two SKU orders.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .buyersPerViewer:
      MetricDefinition(
        "Buyers per viewer", .share,
        .showsRatio(.reported(.customers), per: .count(.uniqueViewers), times: 1),
        meaning: "Which share of a show's viewers buys (buyer conversion).",
        formula: "reported customers ÷ unique_viewers, sums over the shows that have both",
        pitfall:
          "Conversion has at least four denominators; Lazada divides by product visitors. Over "
          + "shows it is a rate per show, not of a population.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .followsPerView:
      MetricDefinition(
        "New followers per view", .share,
        .showsRatio(.count(.newFollowers), per: .count(.views), times: 1_000_000),
        meaning: "How many entries win a follower.",
        formula: "new_followers ÷ views, over the shows that have both",
        pitfall: "Platforms may divide by viewers.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .likesPerView:
      MetricDefinition(
        "Likes per view", .multiple,
        .showsRatio(.count(.likes), per: .count(.views), times: 1_000_000),
        meaning: "How often an entry is liked; may pass 1.",
        formula: "likes ÷ views, over the shows that have both",
        pitfall: "Platforms may divide by viewers.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .commentsPerView:
      MetricDefinition(
        "Comments per view", .share,
        .showsRatio(.count(.comments), per: .count(.views), times: 1_000_000),
        meaning: "How many comments come on an entry.",
        formula: "comments ÷ views, over the shows that have both",
        pitfall: "Platforms may divide by viewers.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .sharesPerView:
      MetricDefinition(
        "Shares per view", .share,
        .showsRatio(.count(.shares), per: .count(.views), times: 1_000_000),
        meaning: "How many entries pass the show on.",
        formula: "shares ÷ views, over the shows that have both",
        pitfall: "Platforms may divide by viewers.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    case .reportedGMV:
      MetricDefinition(
        "GMV as reported", .money, .shows(.reported(.gmvGross)),
        meaning: "Merchandise value as the platforms report it for whole shows.",
        formula: "sum over shows of the latest reported gmv_gross",
        pitfall: "Never added to the order lines; restated for days after the show.",
        source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
    case .reportedGMVPerHour:
      MetricDefinition(
        "GMV as reported, per hour", .money,
        .showsRatio(.reported(.gmvGross), per: .duration, times: 3_600_000),
        meaning: "What an hour of show sells, as the platforms report it.",
        formula: "reported gmv_gross ÷ hours, over the shows that have both",
        pitfall: "As above.",
        source: "TikTok Shop Seller Center, LIVE dashboard")
    }
  }
}
