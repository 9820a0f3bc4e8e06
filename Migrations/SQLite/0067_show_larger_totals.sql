-- Totals that pass 64 bits are shown whole: of products, months and creators.

DROP VIEW product_summary;

CREATE VIEW product_summary AS
-- A row is a product in a market, and what it sold in one currency.
SELECT
  market,  -- the country
  nullif(product, '') AS product,  -- as sales name it; null for those that name none
  currency,  -- of the money in this row
  count(DISTINCT nullif(event, 0)) AS events,  -- shows that sold it
  iif(sum(sales_without_units) > 0, NULL, sum(units)) AS units,  -- units of kind sale; null if some are not known
  iif(sum(cancellations_without_units + refunds_without_units) > 0, NULL,
    -sum(units_cancelled + units_refunded)) AS units_back,  -- units that came back; null if some are not known
  (total(gross_micros) / 1e6 + total(gross_high) * 1e12) AS gross,  -- what was sold, before anything came back
  -(total(cancelled_micros) / 1e6 + total(cancelled_high) * 1e12) AS cancelled,  -- taken back before delivery
  -(total(refunded_micros) / 1e6 + total(refunded_high) * 1e12) AS refunded,  -- paid back after delivery
  (total(gross_micros) / 1e6 + total(gross_high) * 1e12) + (total(cancelled_micros) / 1e6 + total(cancelled_high) * 1e12) + (total(refunded_micros) / 1e6 + total(refunded_high) * 1e12)
    + (total(adjusted_micros) / 1e6 + total(adjusted_high) * 1e12) AS net,  -- what is left
  -sum(units_cancelled + units_refunded) AS units_back_at_least  -- units that are known to have come back
FROM product_sale_total
WHERE lines > 0
GROUP BY market, product, currency;

DROP VIEW market_month;

CREATE VIEW market_month AS
-- A row is a month of a market, by its local time, and what it sold in one currency, or that it sold nothing.
WITH RECURSIVE
  bounded AS (
    SELECT market, currency, amount_micros,
      strftime('%Y-%m', (not_before - (not_before % 1000 + 1000) % 1000) / 1000 + ifnull((
        SELECT offset_seconds FROM zone_clock WHERE zone_clock.clock = (
            SELECT market_zone.clock FROM market_zone WHERE market_zone.market = sale.market)
          AND set_at <= not_before
        ORDER BY set_at DESC LIMIT 1), 0), 'unixepoch') AS month,
      strftime('%Y-%m', (at - (at % 1000 + 1000) % 1000) / 1000 + ifnull((
        SELECT offset_seconds FROM zone_clock WHERE zone_clock.clock = (
            SELECT market_zone.clock FROM market_zone WHERE market_zone.market = sale.market)
          AND set_at <= at
        ORDER BY set_at DESC LIMIT 1), 0), 'unixepoch') AS last
    FROM sale
    WHERE not_before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry)),
  -- A refund with bounds in several months may be of each of them.
  possible AS (
    SELECT market, currency, amount_micros, month, last FROM bounded WHERE month < last
    UNION ALL
    SELECT market, currency, amount_micros, strftime('%Y-%m', month || '-01', '+1 month'), last
    FROM possible WHERE month < last),
  -- The totals have it in the last of these.
  spread AS (
    SELECT market, month, currency, -total(amount_micros) / 1e6 AS most,
      -total(iif(month = last, amount_micros, 0)) / 1e6 AS counted
    FROM possible GROUP BY 1, 2, 3),
  total AS (
    SELECT market,
      strftime('%Y-%m', quarter * 900 + ifnull((
        SELECT offset_seconds FROM zone_clock WHERE zone_clock.clock = (
            SELECT market_zone.clock FROM market_zone WHERE market_zone.market = market_sale_total.market)
          AND set_at <= quarter * 900000
        ORDER BY set_at DESC LIMIT 1), 0), 'unixepoch') AS month, currency, orders,
      iif(sales_without_units > 0, NULL, units) AS units, sales_without_units, gross_micros,
      cancelled_micros, refunded_micros, adjusted_micros, gross_high, cancelled_high,
      refunded_high, adjusted_high
    FROM market_sale_total WHERE lines > 0
    UNION ALL SELECT market, month, currency, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM spread),
  sold AS (
    SELECT market, month, currency, sum(orders) AS orders,
      iif(sum(sales_without_units) > 0, NULL, sum(units)) AS units,
      (total(gross_micros) / 1e6 + total(gross_high) * 1e12) AS gross, -(total(cancelled_micros) / 1e6 + total(cancelled_high) * 1e12) AS cancelled,
      -(total(refunded_micros) / 1e6 + total(refunded_high) * 1e12) AS refunded, (total(adjusted_micros) / 1e6 + total(adjusted_high) * 1e12) AS adjusted
    FROM total GROUP BY 1, 2, 3),
  ranged AS (
    SELECT sold.*, spread.most IS NULL AS is_exact,
      sold.refunded - ifnull(spread.counted, 0) AS least,
      sold.refunded - ifnull(spread.counted, 0) + ifnull(spread.most, 0) AS most,
      sold.gross - sold.cancelled + sold.adjusted AS kept
    FROM sold LEFT JOIN spread USING (market, month, currency)),
  shown AS (
    SELECT market,
      strftime('%Y-%m', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000 + ifnull((
        SELECT offset_seconds FROM zone_clock WHERE zone_clock.clock = (
            SELECT market_zone.clock FROM market_zone WHERE market_zone.market = current_event.market)
          AND set_at <= starts_at
        ORDER BY set_at DESC LIMIT 1), 0), 'unixepoch') AS month, count(*) AS events
    FROM current_event GROUP BY 1, 2),
  month AS (SELECT market, month FROM sold UNION SELECT market, month FROM shown)
SELECT
  month.market,  -- the country
  month.month,  -- 2021-12
  ifnull(shown.events, 0) AS events,  -- shows that began in it
  ranged.currency,  -- of the money in this row
  ranged.orders,  -- orders whose earliest line of kind sale is in it
  ranged.units,  -- units of kind sale; null if some are not known
  ranged.gross,  -- what was sold, credited to a show or to none
  ranged.cancelled,  -- taken back before delivery
  iif(ranged.is_exact, ranged.refunded, NULL) AS refunded,  -- paid back after delivery; null if some of it may be of another month
  ranged.adjusted,  -- corrections, of either sign
  iif(ranged.is_exact, ranged.kept - ranged.refunded, NULL) AS net,  -- what is left; null like refunded
  market_zone.zone,  -- whose months they are
  market_zone.basis AS zone_basis,  -- set, principal or assumed
  ranged.least AS refunded_at_least,  -- paid back in the month for certain
  ranged.most AS refunded_at_most,  -- paid back if all that may be of the month is
  ranged.kept - ranged.most AS net_at_least,  -- what is left then
  ranged.kept - ranged.least AS net_at_most  -- what is left for certain
FROM month
JOIN market_zone ON market_zone.market = month.market
LEFT JOIN ranged USING (market, month)
LEFT JOIN shown USING (market, month);

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
    sum((sale.gross_micros / 1e6 + sale.gross_high * 1e12) * part) AS gross,
    sum(((1.0 * sale.gross_micros + sale.cancelled_micros + sale.refunded_micros + sale.adjusted_micros)
      / 1e6 + (sale.gross_high + sale.cancelled_high + sale.refunded_high + sale.adjusted_high) * 1e12)
      * part) AS net
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
