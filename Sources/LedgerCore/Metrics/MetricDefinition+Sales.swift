/// What was sold.
extension MetricDefinition {
  static let gmvGross = MetricDefinition(
    "gmv_gross", "GMV gross", .money, .sales(.gross),
    meaning: "Merchandise value of what was sold, before anything came back.",
    formula: "sum of the amounts of kind sale",
    pitfall:
      "Includes what is cancelled or refunded later; UK and EU prices include VAT, US ones "
      + "sales tax; platforms count unpaid or cancelled orders in theirs.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let cancelled = MetricDefinition(
    "cancelled", "Cancelled", .money, .sales(.cancelled),
    meaning: "Value of orders taken back before delivery, as a positive amount.",
    formula: "−1 × sum of the amounts of kind cancellation",
    pitfall: "Some exports show a cancelled order as never sold.",
    source: "this ledger: sums of recorded movements")
  static let refunded = MetricDefinition(
    "refunded", "Refunded", .money, .sales(.refunded),
    meaning: "Value paid back after delivery, as a positive amount.",
    formula: "−1 × sum of the amounts of kind refund",
    pitfall:
      "Comes late: within 24 hours, 7, 14 or 30 days; a recent show has not seen its "
      + "refunds.",
    source: "Shopify, sales reports")
  static let adjusted = MetricDefinition(
    "adjusted", "Adjusted", .money, .sales(.adjusted),
    meaning: "Corrections that belong to no single sale, up or down.",
    formula: "sum of the amounts of kind adjustment",
    pitfall: "Fees and bad debts are no sales; keep them out of GMV.",
    source: "this ledger: sums of recorded movements")
  static let gmvNet = MetricDefinition(
    "gmv_net", "GMV net", .money, .sales(.net),
    meaning: "Merchandise value that stays.",
    formula: "gross − cancelled − refunded + adjusted",
    pitfall: "Provisional while refund windows are open; Shopify also takes discounts off.",
    source: "Shopify, sales reports")
  static let orders = MetricDefinition(
    "orders", "Orders", .count, .sales(.orders),
    meaning: "Different orders with a line that was sold.",
    formula: "count of different order numbers of one source with a line of kind sale",
    pitfall: "Three numbers pass as orders: baskets (these), SKU orders, and order lines.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let paidOrders = MetricDefinition(
    "paid_orders", "Paid orders", .count, .sales(.paidOrders),
    meaning: "Orders that cost something.",
    formula: "count of orders whose lines of kind sale sum to more than 0",
    pitfall: "Samples, replacements and giveaways are orders of price 0.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let units = MetricDefinition(
    "units", "Units", .count, .sales(.units),
    meaning: "Items sold.",
    formula: "sum of the quantities of kind sale",
    pitfall: "Not orders: a basket of three lipsticks is one order and three units.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let averageOrderValue = MetricDefinition(
    "average_order_value", "Average order value", .money,
    .salesRatio(.gross, per: .paidOrders, times: 1),
    meaning: "What an order comes to.",
    formula: "gmv_gross ÷ paid_orders",
    pitfall:
      "Orders of price 0 (giveaways) are left out below the line; TikTok's avg_price is per "
      + "item, not per order.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let averagePrice = MetricDefinition(
    "average_price", "Average price", .money, .salesRatio(.gross, per: .units, times: 1),
    meaning: "What an item costs.",
    formula: "gmv_gross ÷ units",
    pitfall: "Not the order value; includes items of price 0.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let unitsPerOrder = MetricDefinition(
    "units_per_order", "Units per order", .multiple,
    .salesRatio(.units, per: .orders, times: 1_000_000),
    meaning: "How many items are in a basket.",
    formula: "units ÷ orders",
    pitfall: "SKU orders below the line would make it smaller.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let refundRateByValue = MetricDefinition(
    "refund_rate_by_value", "Refund rate by value", .share,
    .salesRatio(.refunded, per: .gross, times: 1_000_000),
    meaning: "Share of the merchandise value that was paid back.",
    formula: "refunded ÷ gmv_gross",
    pitfall:
      "Processed: refunds of the period over sales of the period, which are other orders; "
      + "cohort: of the shows' own sales. Both start too low.",
    source: "Shopify, sales reports")
  static let refundRateByUnits = MetricDefinition(
    "refund_rate_by_units", "Refund rate by units", .share,
    .salesRatio(.unitsRefunded, per: .units, times: 1_000_000),
    meaning: "Share of the items that came back after delivery.",
    formula: "units of kind refund ÷ units",
    pitfall: "A partial refund of money alone brings no unit back.",
    source: "Shopify, sales reports")
  static let cancellationRateByValue = MetricDefinition(
    "cancellation_rate_by_value", "Cancellation rate by value", .share,
    .salesRatio(.cancelled, per: .gross, times: 1_000_000),
    meaning: "Share of the merchandise value that was cancelled.",
    formula: "cancelled ÷ gmv_gross",
    pitfall: "Shopee's placed GMV includes cancelled orders, its confirmed GMV does not.",
    source: "Shopee Open Platform, livestream API")
  static let cancellationRateByUnits = MetricDefinition(
    "cancellation_rate_by_units", "Cancellation rate by units", .share,
    .salesRatio(.unitsCancelled, per: .units, times: 1_000_000),
    meaning: "Share of the items that were cancelled.",
    formula: "units of kind cancellation ÷ units",
    pitfall: "Shopee's placed units include cancelled orders, its confirmed units do not.",
    source: "Shopee Open Platform, livestream API")
}
