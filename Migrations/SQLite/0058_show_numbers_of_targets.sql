-- Amounts are numbers, and local times those of the zone in force: targets, targets_history.

DROP VIEW targets;

CREATE VIEW targets AS
SELECT
  target.market, event.key AS event, target.metric,
  date(target.first_day * 86400, 'unixepoch') AS first_day,
  date(target.last_day * 86400, 'unixepoch') AS last_day,
  target.value_micros / 1e6 AS value,
  target.currency, target.source, target.entry,
  (value_micros / 1000000)
    || CASE WHEN ifnull(currency.digits, 0) = 0 AND value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', value_micros % 1000000), 1,
         max(ifnull(currency.digits, 0), length(rtrim(printf('%06d', value_micros % 1000000), '0')))) END AS value_text,
  target.value_micros / 1e6 AS value_number
FROM target
LEFT JOIN event ON event.id = target.event
LEFT JOIN currency ON currency.code = target.currency
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = target.entry)
  AND NOT EXISTS (
    SELECT 1 FROM target AS later
    WHERE later.market = target.market AND later.metric = target.metric
      AND later.event IS target.event AND later.first_day IS target.first_day
      AND later.last_day IS target.last_day AND later.entry > target.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));

DROP VIEW targets_history;

CREATE VIEW targets_history AS
-- A row is what a market or a show was to reach, current or not.
SELECT
  target.market,  -- the country
  event.key AS event,  -- the show, or null for all of the market
  target.metric,  -- as reports name it
  date(target.first_day * 86400, 'unixepoch') AS first_day,  -- the first day of the period
  date(target.last_day * 86400, 'unixepoch') AS last_day,  -- the last one
  target.value_micros / 1e6 AS value,  -- the value
  target.currency,  -- null for what is no money
  target.source,  -- who set it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = target.entry) AS voided_by,  -- the entry that took it back
  target.entry,  -- the entry that recorded it
  iif(target.value_micros < 0, '-', '') || (abs(target.value_micros) / 1000000)
    || CASE WHEN ifnull((SELECT digits FROM currency WHERE code = target.currency), 0) = 0 AND target.value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(target.value_micros) % 1000000), 1,
         max(ifnull((SELECT digits FROM currency WHERE code = target.currency), 0), length(rtrim(printf('%06d', abs(target.value_micros) % 1000000), '0')))) END AS value_text,  -- exactly, as decimal text
  target.value_micros / 1e6 AS value_number  -- former name of value
FROM target
LEFT JOIN event ON event.id = target.event
JOIN entry AS recorded ON recorded.number = target.entry;
