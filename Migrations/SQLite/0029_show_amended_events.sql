-- Of a show as it was last amended, and of all that it ever was.

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
  FROM event_sale_total WHERE lines > 0) AS sold ON sold.event = event.id
LEFT JOIN currency ON currency.code = sold.currency
LEFT JOIN audience_total AS audience ON audience.event = event.id AND audience.metric = 1;

DROP VIEW market_month;

CREATE VIEW market_month AS
-- A row is a month of a market, by UTC, and what it sold in one currency, or that it sold nothing.
WITH
  sold AS (
    SELECT market, strftime('%Y-%m', quarter * 900, 'unixepoch') AS month, currency,
      sum(orders) AS orders, sum(units) AS units,
      total(gross_micros) / 1e6 AS gross, -total(cancelled_micros) / 1e6 AS cancelled,
      -total(refunded_micros) / 1e6 AS refunded, total(adjusted_micros) / 1e6 AS adjusted
    FROM market_sale_total WHERE lines > 0 GROUP BY 1, 2, 3),
  shown AS (
    SELECT market, strftime('%Y-%m', starts_at / 1000.0, 'unixepoch') AS month, count(*) AS events
    FROM current_event GROUP BY 1, 2),
  month AS (SELECT market, month FROM sold UNION SELECT market, month FROM shown)
SELECT
  month.market,  -- the country
  month.month,  -- 2021-12
  ifnull(shown.events, 0) AS events,  -- shows that began in it
  sold.currency,  -- of the money in this row
  sold.orders,  -- orders whose earliest line of kind sale is in it
  sold.units,  -- units of kind sale
  sold.gross,  -- what was sold, credited to a show or to none
  sold.cancelled,  -- taken back before delivery
  sold.refunded,  -- paid back after delivery
  sold.adjusted,  -- corrections, of either sign
  sold.gross - sold.cancelled - sold.refunded + sold.adjusted AS net  -- what is left
FROM month
LEFT JOIN sold USING (market, month)
LEFT JOIN shown USING (market, month);

DROP VIEW audience_curve;

CREATE VIEW audience_curve AS
-- A row is a number of people who watched a show at an instant.
SELECT
  event.key AS event,  -- the show
  event.market,  -- the country in which it sold
  strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when they were counted
  (audience_count.at - ifnull(
    (SELECT starts_at FROM event_amendment
     WHERE event_amendment.event = event.id
       AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event_amendment.entry)
     ORDER BY event_amendment.entry DESC LIMIT 1), event.starts_at)) / 60000.0 AS minute,  -- minutes since the show began
  audience_count.count AS viewers,  -- people watching at the instant
  audience_count.count - lag(audience_count.count) OVER (
    PARTITION BY audience_count.event ORDER BY audience_count.at) AS change  -- since the count before
FROM audience_count
JOIN event ON event.id = audience_count.event
WHERE audience_count.metric = 1
  AND NOT EXISTS (SELECT 1 FROM void WHERE voided = audience_count.entry)
  AND NOT EXISTS (
    SELECT 1 FROM audience_count AS later
    WHERE later.event = audience_count.event AND later.metric = audience_count.metric
      AND later.at = audience_count.at AND later.entry > audience_count.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));

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
  strftime('%Y-%m-%dT%H:%M:%S', (event.ends_at - (event.ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE event.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,  -- when it ended
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
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
