-- Instants of counts and of what platforms report by the clocks of their market, too.

DROP VIEW audience_counts;

CREATE VIEW audience_counts AS
SELECT
  event.key AS event, event.market, metric.name AS metric,
  strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END || 'Z' AS at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= audience_count.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,
  audience_count.count, audience_count.entry
FROM audience_count
JOIN event ON event.id = audience_count.event
JOIN metric ON metric.id = audience_count.metric
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = audience_count.entry)
  AND NOT EXISTS (
    SELECT 1 FROM audience_count AS later
    WHERE later.event = audience_count.event AND later.metric = audience_count.metric
      AND later.at = audience_count.at AND later.entry > audience_count.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));

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
  (SELECT void.entry FROM void WHERE voided = audience_count.entry) AS voided_by,  -- the entry that took it back
  audience_count.entry  -- the entry that recorded it
FROM audience_count
JOIN event ON event.id = audience_count.event
JOIN metric ON metric.id = audience_count.metric
JOIN entry AS recorded ON recorded.number = audience_count.entry;

DROP VIEW audience_curve;

CREATE VIEW audience_curve AS
-- A row is a number of people who watched a show at an instant.
SELECT
  counted.event,  -- the show
  counted.market,  -- the country in which it sold
  strftime('%Y-%m-%dT%H:%M:%S', (counted_at - (counted_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE counted_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (counted_at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when they were counted
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (counted_at - (counted_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE counted_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (counted_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = counted.market AND set_at <= counted_at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when they were counted, by the clocks of the market
  (counted_at - ifnull(
    (SELECT starts_at FROM event_amendment
     WHERE event_amendment.event = counted.id
       AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event_amendment.entry)
     ORDER BY event_amendment.entry DESC LIMIT 1), counted.starts_at)) / 60000.0 AS minute,  -- minutes since the show began
  counted.viewers,  -- people watching at the instant
  counted.change  -- since the count before
FROM (
  SELECT
    event.key AS event, event.market, event.id, event.starts_at,
    audience_count.at AS counted_at, audience_count.count AS viewers,
    audience_count.count - lag(audience_count.count) OVER (
      PARTITION BY audience_count.event ORDER BY audience_count.at) AS change
  FROM audience_count
  JOIN event ON event.id = audience_count.event
  WHERE audience_count.metric = 1
    AND NOT EXISTS (SELECT 1 FROM void WHERE voided = audience_count.entry)
    AND NOT EXISTS (
      SELECT 1 FROM audience_count AS later
      WHERE later.event = audience_count.event AND later.metric = audience_count.metric
        AND later.at = audience_count.at AND later.entry > audience_count.entry
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry))) AS counted;

DROP VIEW reported_totals;

CREATE VIEW reported_totals AS
SELECT
  event.key AS event, event.market, reported_total.measure,
  strftime('%Y-%m-%dT%H:%M:%S', (observed_at - (observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (observed_at - (observed_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (observed_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= observed_at
    ORDER BY set_at DESC LIMIT 1) AS observed_at_local,
  (value_micros / 1000000)
    || CASE WHEN ifnull(currency.digits, 0) = 0 AND value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', value_micros % 1000000), 1,
         max(ifnull(currency.digits, 0), length(rtrim(printf('%06d', value_micros % 1000000), '0')))) END AS value,
  reported_total.currency, reported_total.source, reported_total.entry
FROM reported_total
JOIN event ON event.id = reported_total.event
LEFT JOIN currency ON currency.code = reported_total.currency
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = reported_total.entry);

DROP VIEW reported_totals_history;

CREATE VIEW reported_totals_history AS
-- A row is a figure that a platform reported of a show in sum, current or not.
SELECT
  event.key AS event,  -- the show
  event.market,  -- the country in which it sold
  reported_total.measure,  -- what it is a total of
  strftime('%Y-%m-%dT%H:%M:%S', (reported_total.observed_at - (reported_total.observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE reported_total.observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (reported_total.observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,  -- when it was seen
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (reported_total.observed_at - (reported_total.observed_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE reported_total.observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (reported_total.observed_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= reported_total.observed_at
    ORDER BY set_at DESC LIMIT 1) AS observed_at_local,  -- when it was seen, by the clocks of the market
  reported_total.value_micros / 1e6 AS value_number,  -- the figure, to compute with
  reported_total.currency,  -- null for what is no money
  reported_total.source,  -- the export or page that reports it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  (SELECT void.entry FROM void WHERE voided = reported_total.entry) AS voided_by,  -- the entry that took it back
  reported_total.entry  -- the entry that recorded it
FROM reported_total
JOIN event ON event.id = reported_total.event
JOIN entry AS recorded ON recorded.number = reported_total.entry;
