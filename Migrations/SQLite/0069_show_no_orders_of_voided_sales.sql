-- The view event_funnel has no orders, instead of 0, for a show whose sales were all voided.

DROP VIEW event_funnel;

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
    (SELECT sum(orders) FROM event_sale_total WHERE event = event.id AND lines > 0) AS orders
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
