-- Amounts are numbers, and local times those of the zone in force: rates_history, reported_totals, reported_totals_history.

DROP VIEW rates_history;

CREATE VIEW rates_history AS
-- A row is what one unit of a base currency was worth on a day, current or not.
SELECT
  date(rate.day * 86400, 'unixepoch') AS date,  -- the day
  rate.base,  -- one unit of it
  rate.currency,  -- in which it was worth that
  rate.units / CAST('1' || substr('000000000000', 1, rate.decimals) AS REAL) AS rate,  -- how much
  rate.source,  -- who published it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = rate.entry) AS voided_by,  -- the entry that took it back
  rate.entry,  -- the entry that recorded it
  CASE rate.decimals WHEN 0 THEN CAST(rate.units AS TEXT)
    ELSE substr(printf('%0*d', rate.decimals + 1, rate.units), 1,
        length(printf('%0*d', rate.decimals + 1, rate.units)) - rate.decimals)
      || '.' || substr(printf('%0*d', rate.decimals + 1, rate.units), -rate.decimals) END AS rate_text,  -- exactly, as decimal text
  rate.units / CAST('1' || substr('000000000000', 1, rate.decimals) AS REAL) AS rate_number  -- former name of rate
FROM rate
JOIN entry AS recorded ON recorded.number = rate.entry;

DROP VIEW reported_totals;

CREATE VIEW reported_totals AS
SELECT
  event.key AS event, event.market, reported_total.measure,
  strftime('%Y-%m-%dT%H:%M:%S', (observed_at - (observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (observed_at - (observed_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (observed_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= observed_at
    ORDER BY set_at DESC LIMIT 1) AS observed_at_local,
  reported_total.value_micros / 1e6 AS value,
  reported_total.currency, reported_total.source, reported_total.entry,
  (value_micros / 1000000)
    || CASE WHEN ifnull(currency.digits, 0) = 0 AND value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', value_micros % 1000000), 1,
         max(ifnull(currency.digits, 0), length(rtrim(printf('%06d', value_micros % 1000000), '0')))) END AS value_text,
  reported_total.value_micros / 1e6 AS value_number
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
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= reported_total.observed_at
    ORDER BY set_at DESC LIMIT 1) AS observed_at_local,  -- when it was seen, by the clocks of the market
  reported_total.value_micros / 1e6 AS value,  -- the value
  reported_total.currency,  -- null for what is no money
  reported_total.source,  -- the export or page that reports it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = reported_total.entry) AS voided_by,  -- the entry that took it back
  reported_total.entry,  -- the entry that recorded it
  iif(reported_total.value_micros < 0, '-', '') || (abs(reported_total.value_micros) / 1000000)
    || CASE WHEN ifnull((SELECT digits FROM currency WHERE code = reported_total.currency), 0) = 0 AND reported_total.value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(reported_total.value_micros) % 1000000), 1,
         max(ifnull((SELECT digits FROM currency WHERE code = reported_total.currency), 0), length(rtrim(printf('%06d', abs(reported_total.value_micros) % 1000000), '0')))) END AS value_text,  -- exactly, as decimal text
  reported_total.value_micros / 1e6 AS value_number  -- former name of value
FROM reported_total
JOIN event ON event.id = reported_total.event
JOIN entry AS recorded ON recorded.number = reported_total.entry;
