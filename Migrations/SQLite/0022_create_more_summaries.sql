CREATE VIEW creator_summary AS
-- A row is a creator in a market, and the part of what was sold in one currency: a show's sales are
-- shared equally among its creators, and its views count in full for each of them.
WITH appeared AS (
  SELECT event.id, event.market, event_creator.creator,
    1.0 / (SELECT count(*) FROM event_creator AS other WHERE other.event = event.id) AS part
  FROM event
  JOIN event_creator ON event_creator.event = event.id
  WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry))
SELECT
  appeared.market,  -- the country
  appeared.creator,  -- the name, as shows credit it
  (SELECT count(DISTINCT id) FROM appeared AS shown
   WHERE shown.market = appeared.market AND shown.creator = appeared.creator) AS events,  -- shows
  (SELECT sum(latest) FROM appeared AS shown
   JOIN audience_total ON audience_total.event = shown.id AND metric = 2
   WHERE shown.market = appeared.market AND shown.creator = appeared.creator) AS views,  -- of those shows
  sold.currency,  -- of the money in this row
  sum(sold.orders * part) AS orders,  -- the part of the orders
  sum(sold.gross_micros * part) / 1e6 AS gross,  -- the part of what was sold
  sum((sold.gross_micros + sold.cancelled_micros + sold.refunded_micros + sold.adjusted_micros)
    * part) / 1e6 AS net  -- the part of what is left
FROM appeared
LEFT JOIN event_sale_total AS sold ON sold.event = appeared.id AND sold.lines > 0
GROUP BY appeared.market, appeared.creator, sold.currency;

CREATE VIEW audience_curve AS
-- A row is a number of people who watched a show at an instant.
SELECT
  event.key AS event,  -- the show
  event.market,  -- the country in which it sold
  strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when they were counted
  (audience_count.at - event.starts_at) / 60000.0 AS minute,  -- minutes since the show began
  audience_count.count AS viewers,  -- people watching at the instant
  audience_count.count - lag(audience_count.count) OVER (
    PARTITION BY audience_count.event ORDER BY audience_count.at) AS change  -- since the count before
FROM audience_count
JOIN event ON event.id = audience_count.event
WHERE audience_count.metric = 1
  AND NOT EXISTS (SELECT 1 FROM void WHERE voided = audience_count.entry)
  AND NOT EXISTS (
    SELECT 1 FROM audience_count AS later
    WHERE later.event = audience_count.event AND later.metric = audience_count.metric
      AND later.at = audience_count.at AND later.entry > audience_count.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));

CREATE VIEW event_funnel AS
-- A row is a show and how many went on from each step to the next, by the last count of each.
WITH steps AS (
  SELECT
    event.id, event.key, event.market,
    max(CASE metric WHEN 2 THEN latest END) AS views,
    max(CASE metric WHEN 8 THEN latest END) AS impressions,
    max(CASE metric WHEN 9 THEN latest END) AS clicks,
    max(CASE metric WHEN 10 THEN latest END) AS carts,
    max(CASE metric WHEN 11 THEN latest END) AS checkouts,
    (SELECT sum(orders) FROM event_sale_total WHERE event = event.id) AS orders
  FROM event
  LEFT JOIN audience_total ON audience_total.event = event.id
  WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
  GROUP BY event.id)
SELECT
  key AS event,  -- the show
  market,  -- the country in which it sold
  views,  -- entries to the room
  impressions AS product_impressions,  -- times that a product was shown to a viewer
  clicks AS product_clicks,  -- clicks on products
  carts AS add_to_cart,  -- products put into a cart
  checkouts,  -- checkouts begun
  orders,  -- orders with a line of kind sale
  1.0 * clicks / nullif(impressions, 0) AS click_rate,  -- clicks of each impression
  1.0 * carts / nullif(clicks, 0) AS cart_rate,  -- carts of each click
  1.0 * orders / nullif(clicks, 0) AS order_rate,  -- orders of each click
  1.0 * orders / nullif(views, 0) AS orders_per_view  -- orders of each entry to the room
FROM steps;
