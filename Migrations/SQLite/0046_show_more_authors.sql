-- The other histories say who recorded it, too.

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
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = reported_total.entry) AS voided_by,  -- the entry that took it back
  reported_total.entry  -- the entry that recorded it
FROM reported_total
JOIN event ON event.id = reported_total.event
JOIN entry AS recorded ON recorded.number = reported_total.entry;

DROP VIEW rates_history;

CREATE VIEW rates_history AS
-- A row is what one unit of a base currency was worth on a day, current or not.
SELECT
  date(rate.day * 86400, 'unixepoch') AS date,  -- the day
  rate.base,  -- one unit of it
  rate.currency,  -- in which it was worth that
  rate.units / CAST('1' || substr('000000000000', 1, rate.decimals) AS REAL) AS rate_number,  -- how much, to compute with
  rate.source,  -- who published it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = rate.entry) AS voided_by,  -- the entry that took it back
  rate.entry  -- the entry that recorded it
FROM rate
JOIN entry AS recorded ON recorded.number = rate.entry;

DROP VIEW targets_history;

CREATE VIEW targets_history AS
-- A row is what a market or a show was to reach, current or not.
SELECT
  target.market,  -- the country
  event.key AS event,  -- the show, or null for all of the market
  target.metric,  -- as reports name it
  date(target.first_day * 86400, 'unixepoch') AS first_day,  -- the first day of the period
  date(target.last_day * 86400, 'unixepoch') AS last_day,  -- the last one
  target.value_micros / 1e6 AS value_number,  -- what was to be reached, to compute with
  target.currency,  -- null for what is no money
  target.source,  -- who set it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = target.entry) AS voided_by,  -- the entry that took it back
  target.entry  -- the entry that recorded it
FROM target
LEFT JOIN event ON event.id = target.event
JOIN entry AS recorded ON recorded.number = target.entry;

DROP VIEW memberships_history;

CREATE VIEW memberships_history AS
-- A row is a creator's time in a market's programme as it was known, current or not.
SELECT
  membership.market,  -- the country
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = membership.creator), membership.creator) AS creator,  -- the name, as shows credit it
  nullif(membership.platform, '') AS platform,  -- null where it is that of no one alone
  date(membership.joined_on * 86400, 'unixepoch') AS joined_on,  -- the first day
  date(membership.left_on * 86400, 'unixepoch') AS left_on,  -- the first day after it
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = membership.reason), membership.reason) AS reason,  -- why it ended, as it was stated
  membership.source,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = membership.entry) AS voided_by,  -- the entry that took it back
  membership.entry  -- the entry that recorded it
FROM membership
JOIN entry AS recorded ON recorded.number = membership.entry;
