-- The histories of what shows did say who recorded it.

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
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= event.starts_at
    ORDER BY set_at DESC LIMIT 1) AS starts_at_local,  -- when it began, by the clocks of the market
  strftime('%Y-%m-%dT%H:%M:%S', (event.ends_at - (event.ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE event.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,  -- when it ended
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (event.ends_at - (event.ends_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE event.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.ends_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= event.ends_at
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

DROP VIEW audience_counts_history;

CREATE VIEW audience_counts_history AS
-- A row is a number of people or actions at an instant of a show, current or not.
SELECT
  event.key AS event,  -- the show
  event.market,  -- the country in which it sold
  metric.name AS metric,  -- what was counted
  strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when they were counted
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= audience_count.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when they were counted, by the clocks of the market
  audience_count.count,  -- how many
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = audience_count.entry) AS voided_by,  -- the entry that took it back
  audience_count.entry  -- the entry that recorded it
FROM audience_count
JOIN event ON event.id = audience_count.event
JOIN metric ON metric.id = audience_count.metric
JOIN entry AS recorded ON recorded.number = audience_count.entry;

DROP VIEW sales_history;

CREATE VIEW sales_history AS
-- A row is a dated movement of units and money, current or not.
SELECT
  sale_source.name AS source,  -- the system that numbers the orders
  sale.order_number,  -- the order
  sale.line,  -- its line
  sale.kind,  -- sale, cancellation, refund or adjustment
  sale.market,  -- the country
  event.key AS event,  -- the show that it is credited to, or null
  sale.product,  -- what was sold
  sale.quantity,  -- units; negative where they came back
  iif(sale.amount_micros < 0, '-', '') || (abs(sale.amount_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sale.amount_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sale.amount_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sale.amount_micros) % 1000000), '0')))) END AS amount,  -- exactly
  sale.amount_micros / 1e6 AS amount_number,  -- to compute with
  sale.currency,  -- of the amount
  strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when it happened
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = sale.market AND set_at <= sale.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when it happened, by the clocks of the market
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = sale.entry) AS voided_by,  -- the entry that took it back
  sale.entry  -- the entry that recorded it
FROM sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = sale.event
JOIN entry AS recorded ON recorded.number = sale.entry;
