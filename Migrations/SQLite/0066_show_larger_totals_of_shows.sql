-- Totals of shows that pass 64 bits are shown whole.

DROP VIEW current_event_sale;

CREATE VIEW current_event_sale AS
-- A row is what one currency's sales of a show come to, with the refunds that follow their order.
WITH followed AS (
  SELECT event, currency, count(*) AS lines,
    sum(iif(kind = 'cancellation', amount_micros, 0)) AS cancelled_micros,
    sum(iif(kind = 'refund', amount_micros, 0)) AS refunded_micros
  FROM followed_return GROUP BY event, currency)
SELECT total.event, total.currency, total.orders, total.lines + ifnull(followed.lines, 0) AS lines,
  total.units, total.gross_micros,
  total.cancelled_micros + ifnull(followed.cancelled_micros, 0) AS cancelled_micros,
  total.refunded_micros + ifnull(followed.refunded_micros, 0) AS refunded_micros,
  total.adjusted_micros, total.sales_without_units, total.gross_high, total.cancelled_high,
  total.refunded_high, total.adjusted_high
FROM event_sale_total AS total
LEFT JOIN followed ON followed.event = total.event AND followed.currency = total.currency
WHERE total.lines > 0
UNION ALL
SELECT event, currency, 0, lines, 0, 0, cancelled_micros, refunded_micros, 0, 0, 0, 0, 0, 0
FROM followed
WHERE NOT EXISTS (
  SELECT 1 FROM event_sale_total AS total
  WHERE total.event = followed.event AND total.currency = followed.currency AND total.lines > 0);

DROP VIEW event_summary;

CREATE VIEW event_summary AS
-- A row is a live show and what it sold in one currency, or that it sold nothing.
SELECT
  event.key AS event,  -- the short name that the user gave it
  event.market,  -- the country in which it sold
  event.platform,  -- where it was shown
  event.title,  -- what it was called
  strftime('%Y-%m-%dT%H:%M:%S', (event.starts_at - (event.starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE event.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,  -- when it began
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (event.starts_at - (event.starts_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE event.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.starts_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= event.starts_at
    ORDER BY set_at DESC LIMIT 1) AS starts_at_local,  -- when it began, by the clocks of the market
  (event.ends_at - event.starts_at) / 60000.0 AS minutes,  -- how long it was
  audience.peak AS peak_viewers,  -- the most who watched at one instant
  audience.twice_area / 2.0 / nullif(audience.last_at - audience.first_at, 0) AS average_viewers,  -- over the time that was observed
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 2) AS views,  -- entries to the room; one person may enter often
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 3) AS unique_viewers,  -- different people; never add them up over shows
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 4) AS likes,  -- likes by the last count
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 7) AS new_followers,  -- followers won by the last count
  sold.currency,  -- of the money in this row
  sold.orders,  -- orders with a line of kind sale
  iif(sold.sales_without_units > 0, NULL, sold.units) AS units,  -- units of kind sale; null if some are not known
  sold.gross_micros / 1e6 + sold.gross_high * 1e12 AS gross,  -- what was sold, before anything came back
  -(sold.cancelled_micros / 1e6 + sold.cancelled_high * 1e12) AS cancelled,  -- taken back before delivery
  -(sold.refunded_micros / 1e6 + sold.refunded_high * 1e12) AS refunded,  -- paid back after delivery
  sold.adjusted_micros / 1e6 + sold.adjusted_high * 1e12 AS adjusted,  -- corrections, of either sign
  sold.net_micros / 1e6 + sold.net_high * 1e12 AS net,  -- gross, less what was cancelled and refunded, and adjusted
  iif(sold.gross_units < 0, '-', '') || iif(sold.gross_units < 0 AND sold.gross_rest > 0, -1 - sold.gross_units, abs(sold.gross_units))
    || CASE WHEN currency.digits = 0 AND sold.gross_rest = 0 THEN ''
       ELSE '.' || substr(printf('%06d', iif(sold.gross_units < 0 AND sold.gross_rest > 0, 1000000 - sold.gross_rest, sold.gross_rest)), 1,
         max(currency.digits, length(rtrim(printf('%06d', iif(sold.gross_units < 0 AND sold.gross_rest > 0, 1000000 - sold.gross_rest, sold.gross_rest)), '0')))) END AS gross_text,  -- gross, exactly
  iif(sold.net_units < 0, '-', '') || iif(sold.net_units < 0 AND sold.net_rest > 0, -1 - sold.net_units, abs(sold.net_units))
    || CASE WHEN currency.digits = 0 AND sold.net_rest = 0 THEN ''
       ELSE '.' || substr(printf('%06d', iif(sold.net_units < 0 AND sold.net_rest > 0, 1000000 - sold.net_rest, sold.net_rest)), 1,
         max(currency.digits, length(rtrim(printf('%06d', iif(sold.net_units < 0 AND sold.net_rest > 0, 1000000 - sold.net_rest, sold.net_rest)), '0')))) END AS net_text  -- net, exactly
FROM current_event AS event
LEFT JOIN (
  -- Whole units, which are below the amount, and the millionths above them.
  SELECT *, all_units + all_rest / 1000000 AS net_units, all_rest % 1000000 AS net_rest
  FROM (
    SELECT *, gross_micros + cancelled_micros + refunded_micros + adjusted_micros AS net_micros,
      gross_high + cancelled_high + refunded_high + adjusted_high AS net_high,
      gross_high * 1000000000000 + gross_micros / 1000000 - (gross_micros % 1000000 < 0) AS gross_units,
      (gross_micros % 1000000 + 1000000) % 1000000 AS gross_rest,
      gross_high * 1000000000000 + gross_micros / 1000000 - (gross_micros % 1000000 < 0)
        + cancelled_high * 1000000000000 + cancelled_micros / 1000000 - (cancelled_micros % 1000000 < 0)
        + refunded_high * 1000000000000 + refunded_micros / 1000000 - (refunded_micros % 1000000 < 0)
        + adjusted_high * 1000000000000 + adjusted_micros / 1000000 - (adjusted_micros % 1000000 < 0) AS all_units,
      (gross_micros % 1000000 + 1000000) % 1000000
        + (cancelled_micros % 1000000 + 1000000) % 1000000
        + (refunded_micros % 1000000 + 1000000) % 1000000
        + (adjusted_micros % 1000000 + 1000000) % 1000000 AS all_rest
    FROM current_event_sale)) AS sold ON sold.event = event.id
LEFT JOIN currency ON currency.code = sold.currency
LEFT JOIN audience_total AS audience ON audience.event = event.id AND audience.metric = 1;
