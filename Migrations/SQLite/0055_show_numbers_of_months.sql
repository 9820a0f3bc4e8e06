-- Amounts are numbers, and local times those of the zone in force: events_history, market_month, rates.

DROP VIEW events_history;

CREATE VIEW events_history AS
-- A row is a live show as an entry recorded or amended it, current or not.
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
  strftime('%Y-%m-%dT%H:%M:%S', (event.ends_at - (event.ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE event.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,  -- when it ended
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (event.ends_at - (event.ends_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE event.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.ends_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= event.ends_at
    ORDER BY set_at DESC LIMIT 1) AS ends_at_local,  -- when it ended, by the clocks of the market
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = event.entry) AS voided_by,  -- the entry that took it back
  event.entry  -- the entry that recorded or amended it
FROM (
  SELECT key, market, platform, title, starts_at, ends_at, entry FROM event
  UNION ALL
  SELECT event.key, event.market, amended.platform, amended.title, amended.starts_at,
    amended.ends_at, amended.entry
  FROM event_amendment AS amended
  JOIN event ON event.id = amended.event) AS event
JOIN entry AS recorded ON recorded.number = event.entry;

DROP VIEW market_month;

CREATE VIEW market_month AS
-- A row is a month of a market, by its local time, and what it sold in one currency, or that it sold nothing.
WITH
  sold AS (
    SELECT market,
      strftime('%Y-%m', quarter * 900 + ifnull((
        SELECT offset_seconds FROM zone_clock WHERE zone_clock.clock = (
            SELECT market_zone.clock FROM market_zone WHERE market_zone.market = market_sale_total.market)
          AND set_at <= quarter * 900000
        ORDER BY set_at DESC LIMIT 1), 0), 'unixepoch') AS month, currency,
      sum(orders) AS orders, sum(units) AS units,
      sum(gross_micros) AS gross_micros, sum(cancelled_micros) AS cancelled_micros,
      sum(refunded_micros) AS refunded_micros, sum(adjusted_micros) AS adjusted_micros
    FROM market_sale_total WHERE lines > 0 GROUP BY 1, 2, 3),
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
  sold.currency,  -- of the money in this row
  sold.orders,  -- orders whose earliest line of kind sale is in it
  sold.units,  -- units of kind sale
  sold.gross_micros / 1e6 AS gross,  -- what was sold, credited to a show or to none
  -sold.cancelled_micros / 1e6 AS cancelled,  -- taken back before delivery
  -sold.refunded_micros / 1e6 AS refunded,  -- paid back after delivery
  sold.adjusted_micros / 1e6 AS adjusted,  -- corrections, of either sign
  (sold.gross_micros + sold.cancelled_micros + sold.refunded_micros + sold.adjusted_micros) / 1e6 AS net,  -- what is left
  market_zone.zone,  -- whose months they are
  market_zone.basis AS zone_basis  -- set, principal or assumed
FROM month
JOIN market_zone ON market_zone.market = month.market
LEFT JOIN sold USING (market, month)
LEFT JOIN shown USING (market, month);

DROP VIEW rates;

CREATE VIEW rates AS
SELECT
  date(day * 86400, 'unixepoch') AS date, base, currency,
  rate.units / CAST('1' || substr('000000000000', 1, rate.decimals) AS REAL) AS rate,
  source, entry,
  CASE decimals WHEN 0 THEN CAST(units AS TEXT)
    ELSE substr(printf('%0*d', decimals + 1, units), 1,
        length(printf('%0*d', decimals + 1, units)) - decimals)
      || '.' || substr(printf('%0*d', decimals + 1, units), -decimals) END AS rate_text,
  rate.units / CAST('1' || substr('000000000000', 1, rate.decimals) AS REAL) AS rate_number
FROM rate
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = rate.entry)
  AND NOT EXISTS (
    SELECT 1 FROM rate AS later
    WHERE later.base = rate.base AND later.currency = rate.currency AND later.day = rate.day
      AND later.entry > rate.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));
