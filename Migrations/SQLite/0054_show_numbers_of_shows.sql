-- Amounts are numbers, and local times those of the zone in force: event_summary, events.

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
  sold.units,  -- units of kind sale
  sold.gross_micros / 1e6 AS gross,  -- what was sold, before anything came back
  -sold.cancelled_micros / 1e6 AS cancelled,  -- taken back before delivery
  -sold.refunded_micros / 1e6 AS refunded,  -- paid back after delivery
  sold.adjusted_micros / 1e6 AS adjusted,  -- corrections, of either sign
  sold.net_micros / 1e6 AS net,  -- gross, less what was cancelled and refunded, and adjusted
  iif(sold.gross_micros < 0, '-', '') || (abs(sold.gross_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sold.gross_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sold.gross_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sold.gross_micros) % 1000000), '0')))) END AS gross_text,  -- gross, exactly
  iif(sold.net_micros < 0, '-', '') || (abs(sold.net_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sold.net_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sold.net_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sold.net_micros) % 1000000), '0')))) END AS net_text  -- net, exactly
FROM current_event AS event
LEFT JOIN (
  SELECT *, gross_micros + cancelled_micros + refunded_micros + adjusted_micros AS net_micros
  FROM current_event_sale) AS sold ON sold.event = event.id
LEFT JOIN currency ON currency.code = sold.currency
LEFT JOIN audience_total AS audience ON audience.event = event.id AND audience.metric = 1;

DROP VIEW events;

CREATE VIEW events AS
SELECT
  key AS event, market, platform, title,
  strftime('%Y-%m-%dT%H:%M:%S', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (starts_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= starts_at
    ORDER BY set_at DESC LIMIT 1) AS starts_at_local,
  strftime('%Y-%m-%dT%H:%M:%S', (ends_at - (ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (ends_at - (ends_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (ends_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= ends_at
    ORDER BY set_at DESC LIMIT 1) AS ends_at_local,
  (SELECT group_concat(brand, '; ') FROM (
     SELECT brand, position FROM event_brand WHERE event = event.id AND amended_by IS NULL
     UNION ALL
     SELECT brand, position FROM event_amendment_brand AS amended
     WHERE amended.event = event.id AND amended.entry = amended_by
     ORDER BY position)) AS brands,
  (SELECT group_concat(
       ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = creator), creator)
         || iif(role = 'creator', '', ' (' || role || ')'), '; ')
   FROM (
     SELECT creator, role, position FROM event_creator
     WHERE event = event.id AND amended_by IS NULL
     UNION ALL
     SELECT creator, role, position FROM event_amendment_creator AS amended
     WHERE amended.event = event.id AND amended.entry = amended_by
     ORDER BY position)) AS creators,
  entry, amended_by
FROM current_event AS event;
