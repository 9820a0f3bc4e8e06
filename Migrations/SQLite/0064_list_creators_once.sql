-- The view creator_summary has no row without a currency for a creator who sold in one.

DROP VIEW creator_summary;

CREATE VIEW creator_summary AS
-- A row is a creator in a market, and the part of what was sold in one currency: a show's sales are
-- shared equally among its creators, and its views count in full for each of them.
WITH named AS (
  SELECT event, creator, 1.0 / count(*) OVER (PARTITION BY event) AS part
  FROM current_event_creator),
appeared AS (
  SELECT event.id, event.market, named.creator, sum(named.part) AS part
  FROM named JOIN event ON event.id = named.event
  GROUP BY event.id, event.market, named.creator),
seen AS (
  SELECT appeared.market, appeared.creator, count(*) AS events, sum(audience_total.latest) AS views
  FROM appeared
  LEFT JOIN audience_total ON audience_total.event = appeared.id AND audience_total.metric = 2
  GROUP BY appeared.market, appeared.creator),
sold AS (
  SELECT appeared.market, appeared.creator, sale.currency, sum(sale.orders * part) AS orders,
    sum(sale.gross_micros * part) / 1e6 AS gross,
    sum((sale.gross_micros + sale.cancelled_micros + sale.refunded_micros + sale.adjusted_micros)
      * part) / 1e6 AS net
  FROM appeared JOIN current_event_sale AS sale ON sale.event = appeared.id
  GROUP BY appeared.market, appeared.creator, sale.currency)
SELECT
  seen.market,  -- the country
  seen.creator,  -- the name, as shows credit it
  seen.events,  -- shows
  seen.views,  -- of those shows
  sold.currency,  -- of the money in this row
  sold.orders,  -- the part of the orders
  sold.gross,  -- the part of what was sold
  sold.net  -- the part of what is left
FROM seen
LEFT JOIN sold ON sold.market = seen.market AND sold.creator = seen.creator;
