-- Amounts are numbers, and local times those of the zone in force: audience_counts, audience_counts_history, audience_curve.

DROP VIEW audience_counts;

CREATE VIEW audience_counts AS
SELECT
  event.key AS event, event.market, metric.name AS metric,
  strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END || 'Z' AS at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= audience_count.at
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
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= audience_count.at
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
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = counted.market)
      AND set_at <= counted_at
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
