import LedgerCore

/// The queries that come with the program, for what most people ask of a book first.
enum ShippedQueries {
  static let all: [SavedQuery] = [
    query(
      "best-shows", "Which shows sold most, after refunds and cancellations?",
      [.init(name: "market", value: "%"), .init(name: "rows", type: "integer", value: "20")],
      """
      SELECT event, market, starts_at, peak_viewers, orders, net, currency
      FROM (
        SELECT *, row_number() OVER (PARTITION BY currency ORDER BY net DESC, event) AS place
        FROM event_summary
        WHERE market LIKE :market AND orders > 0)
      WHERE place <= :rows
      ORDER BY currency, place
      """),
    query(
      "months", "What did each market sell, month by month?",
      [.init(name: "market", value: "%")],
      """
      SELECT market, month, events, orders, gross, refunded, net, currency
      FROM market_month
      WHERE market LIKE :market
      ORDER BY market, month, currency
      """),
    query(
      "best-creators", "Which creators bring buyers, and which only viewers?",
      [.init(name: "market", value: "%")],
      """
      SELECT market, creator, events, views, orders,
        round(1000.0 * orders / nullif(views, 0), 2) AS orders_per_1000_views, net, currency
      FROM creator_summary
      WHERE market LIKE :market
      ORDER BY currency, net DESC
      """),
    query(
      "best-products", "Which products sold, and how many of each came back?",
      [.init(name: "market", value: "%"), .init(name: "rows", type: "integer", value: "20")],
      """
      SELECT market, product, units, units_back, net, currency
      FROM product_summary
      WHERE market LIKE :market
      ORDER BY units DESC, product, market, currency
      LIMIT :rows
      """),
    query(
      "refunds", "Which shows had the highest share of sales refunded?",
      [.init(name: "market", value: "%")],
      """
      SELECT event, market, gross, refunded,
        round(100.0 * refunded / nullif(gross, 0), 1) AS refunded_percent, currency
      FROM event_summary
      WHERE market LIKE :market AND gross > 0
      ORDER BY refunded_percent DESC, event
      """),
    query(
      "leaving", "At which minutes of a show did most people leave?",
      [.init(name: "event", type: "text"), .init(name: "rows", type: "integer", value: "5")],
      """
      SELECT minute, at, viewers, change
      FROM audience_curve
      WHERE event = :event AND change < 0
      ORDER BY change, minute
      LIMIT :rows
      """),
    query(
      "funnel", "How many viewers went on from one step to the next, show by show?",
      [.init(name: "market", value: "%")],
      """
      SELECT event, views, product_clicks, orders, order_rate, orders_per_view
      FROM event_funnel
      WHERE market LIKE :market
      ORDER BY orders_per_view DESC, event
      """),
    query(
      "without-sales", "Which shows have viewers, and no order that is credited to them?",
      [.init(name: "market", value: "%")],
      """
      SELECT event, market, starts_at, peak_viewers, views
      FROM event_summary
      WHERE market LIKE :market
      GROUP BY event
      HAVING ifnull(sum(orders), 0) = 0
      ORDER BY julianday(starts_at), event
      """),
    query(
      "uncredited", "Which sales are credited to no show?",
      [.init(name: "market", value: "%")],
      """
      SELECT market, substr(ifnull(at_local, at), 1, 7) AS month,
        count(DISTINCT json_array(source, order_number)) AS orders,
        round(sum(amount), 2) AS amount, currency
      FROM sales
      WHERE event IS NULL AND market LIKE :market
      GROUP BY market, month, currency
      ORDER BY market, month, currency
      """),
    query(
      "claims", "What was said of a market, by whom, in the order in which it was reported?",
      [.init(name: "market", value: "%")],
      """
      SELECT reported, market, stage, effective, source, disputes
      FROM claims
      WHERE ifnull(market, '') LIKE :market
      ORDER BY reported_first, reported_last, claim
      """),
    query(
      "taken-back", "Which entries were voided, and by which?", [],
      """
      SELECT number, recorded_at, command, source, voided_by
      FROM entries
      WHERE voided_by IS NOT NULL
      ORDER BY number
      """),
    query(
      "known-on", "How many facts of each kind had been recorded by a day?",
      [.init(name: "day", type: "text")],
      """
      SELECT count(*) AS entries, sum(events) AS events, sum(audience_counts) AS audience_counts,
        sum(sales) AS sales, max(recorded_at) AS last_recorded_at
      FROM entries
      WHERE recorded_at < date(:day, '+1 day')
      """),
  ]

  private static func query(
    _ name: String, _ description: String, _ parameters: [SavedQuery.Parameter],
    _ statement: String
  ) -> SavedQuery {
    SavedQuery(
      recorded: name, statement: statement, description: description, parameters: parameters)
  }
}
