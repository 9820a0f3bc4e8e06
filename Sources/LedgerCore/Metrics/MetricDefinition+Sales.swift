/// The definitions of what was sold.
extension MetricDefinition {
  static let gmvGross = MetricDefinition(
    "gmv_gross", "GMV gross", .money, .sales(.gross),
    meaning: "Merchandise value of what was sold, before cancellations and refunds.",
    formula: "sum of the amounts of kind sale",
    pitfall:
      "Includes what is cancelled or refunded later. UK and EU prices include VAT, US prices "
      + "sales tax. Platforms include unpaid or cancelled orders in their figure.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let cancelled = MetricDefinition(
    "cancelled", "Cancelled", .money, .sales(.cancelled),
    meaning: "Value of what was cancelled before delivery, as a positive amount.",
    formula: "−1 × sum of the amounts of kind cancellation",
    pitfall: "Some exports show a cancelled order as if it had never been sold.",
    source: "ledger's own: sums of recorded movements")
  static let refunded = MetricDefinition(
    "refunded", "Refunded", .money, .sales(.refunded),
    meaning: "Value of what was refunded after delivery, as a positive amount.",
    formula: "−1 × sum of the amounts of kind refund",
    pitfall:
      "Refunds come late: within 24 hours, or 7, 14 or 30 days. A recent show does not have its "
      + "refunds yet.",
    source: "Shopify, sales reports")
  static let adjusted = MetricDefinition(
    "adjusted", "Adjusted", .money, .sales(.adjusted),
    meaning: "Corrections that belong to no single sale, up or down.",
    formula: "sum of the amounts of kind adjustment",
    pitfall: "Fees and bad debts are not sales; keep them out of GMV.",
    source: "ledger's own: sums of recorded movements")
  static let gmvNet = MetricDefinition(
    "gmv_net", "GMV net", .money, .sales(.net),
    meaning: "Merchandise value after cancellations, refunds and adjustments.",
    formula: "gross − cancelled − refunded + adjusted",
    pitfall: "Provisional while refund windows are open. Shopify also deducts discounts.",
    source: "Shopify, sales reports")
  static let orders = MetricDefinition(
    "orders", "Orders", .count, .sales(.orders),
    meaning: "Distinct orders with at least one line sold.",
    formula: "count of distinct order numbers per source with a line of kind sale",
    pitfall: "Three numbers are called orders: baskets (this one), SKU orders, and order lines.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let paidOrders = MetricDefinition(
    "paid_orders", "Paid orders", .count, .sales(.paidOrders),
    meaning: "Orders with a value above 0.",
    formula: "count of orders whose lines of kind sale sum to more than 0",
    pitfall: "Samples, replacements and giveaways are orders with a price of 0.",
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
    meaning: "What an order is worth on average.",
    formula: "gmv_gross ÷ paid_orders",
    pitfall:
      "The denominator leaves out orders with a price of 0 (giveaways). TikTok's avg_price is "
      + "per item, not per order.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let averagePrice = MetricDefinition(
    "average_price", "Average price", .money, .salesRatio(.gross, per: .units, times: 1),
    meaning: "What an item costs on average.",
    formula: "gmv_gross ÷ units",
    pitfall: "Not the order value. Includes items with a price of 0.",
    source: "TikTok Shop Partner API, LIVE performance (analytics/202508)")
  static let unitsPerOrder = MetricDefinition(
    "units_per_order", "Units per order", .multiple,
    .salesRatio(.units, per: .orders, times: 1_000_000),
    meaning: "How many items a basket has on average.",
    formula: "units ÷ orders",
    pitfall: "SKU orders as the denominator would make it smaller.",
    source: "TikTok Shop Seller Center, LIVE dashboard")
  static let refundRateByValue = MetricDefinition(
    "refund_rate_by_value", "Refund rate by value", .share,
    .salesRatio(.refunded, per: .gross, times: 1_000_000),
    meaning: "Share of the merchandise value that was refunded.",
    formula: "refunded ÷ gmv_gross",
    pitfall:
      "Processed: refunds in the period ÷ sales in the period, which are different orders. "
      + "Cohort: refunds of the shows' own sales. Both start too low.",
    source: "Shopify, sales reports")
  static let refundRateByUnits = MetricDefinition(
    "refund_rate_by_units", "Refund rate by units", .share,
    .salesRatio(.unitsRefunded, per: .units, times: 1_000_000),
    meaning: "Share of the items that were returned after delivery.",
    formula: "units of kind refund ÷ units",
    pitfall: "A partial refund of money only does not count as a returned unit.",
    source: "Shopify, sales reports")
  static let cancellationRateByValue = MetricDefinition(
    "cancellation_rate_by_value", "Cancellation rate by value", .share,
    .salesRatio(.cancelled, per: .gross, times: 1_000_000),
    meaning: "Share of the merchandise value that was cancelled.",
    formula: "cancelled ÷ gmv_gross",
    pitfall: "Shopee's placed GMV includes cancelled orders; its confirmed GMV does not.",
    source: "Shopee Open Platform, livestream API")
  static let cancellationRateByUnits = MetricDefinition(
    "cancellation_rate_by_units", "Cancellation rate by units", .share,
    .salesRatio(.unitsCancelled, per: .units, times: 1_000_000),
    meaning: "Share of the items that were cancelled.",
    formula: "units of kind cancellation ÷ units",
    pitfall: "Shopee's placed units include cancelled orders; its confirmed units do not.",
    source: "Shopee Open Platform, livestream API")
}
