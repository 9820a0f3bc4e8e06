CREATE VIEW reported_totals_history AS
-- A row is a figure that a platform reported of a show in sum, current or not.
SELECT
  event.key AS event,  -- the show
  event.market,  -- the country in which it sold
  reported_total.measure,  -- what it is a total of
  strftime('%Y-%m-%dT%H:%M:%S', (reported_total.observed_at - (reported_total.observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE reported_total.observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (reported_total.observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,  -- when it was seen
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
  (SELECT void.entry FROM void WHERE voided = rate.entry) AS voided_by,  -- the entry that took it back
  rate.entry  -- the entry that recorded it
FROM rate
JOIN entry AS recorded ON recorded.number = rate.entry;

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
  (SELECT void.entry FROM void WHERE voided = target.entry) AS voided_by,  -- the entry that took it back
  target.entry  -- the entry that recorded it
FROM target
LEFT JOIN event ON event.id = target.event
JOIN entry AS recorded ON recorded.number = target.entry;

CREATE VIEW memberships_history AS
-- A row is a creator's time in a market's programme as it was known, current or not.
SELECT
  membership.market,  -- the country
  membership.creator,  -- the name, as shows credit it
  nullif(membership.platform, '') AS platform,  -- null where it is that of no one alone
  date(membership.joined_on * 86400, 'unixepoch') AS joined_on,  -- the first day
  date(membership.left_on * 86400, 'unixepoch') AS left_on,  -- the first day after it
  membership.reason,  -- why it ended, as it was stated
  membership.source,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  (SELECT void.entry FROM void WHERE voided = membership.entry) AS voided_by,  -- the entry that took it back
  membership.entry  -- the entry that recorded it
FROM membership
JOIN entry AS recorded ON recorded.number = membership.entry;

CREATE VIEW claims_history AS
-- A row is what a source said of live shopping in a market, current or not.
SELECT
  claim.key AS claim,  -- its short name
  claim.market,  -- the country
  claim.platform,  -- where it is shown
  claim.stage,  -- how far it is said to be
  claim.effective,  -- when the stage begins
  claim.reported,  -- when the source said it
  claim.source,  -- who said it
  claim.url,  -- where it can be read
  claim.disputes,  -- the claim that it says is wrong
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  (SELECT void.entry FROM void WHERE voided = claim.entry) AS voided_by,  -- the entry that took it back
  claim.entry  -- the entry that recorded it
FROM claim
JOIN entry AS recorded ON recorded.number = claim.entry;

CREATE VIEW surveys_history AS
-- A row is a question that a number of people were asked, current or not.
SELECT
  survey.key AS survey,  -- its short name
  survey.market,  -- the country
  survey.kind,  -- what it is about
  survey.question,  -- what was asked
  survey.date,  -- when
  survey.sample_size,  -- how many answered
  survey.source,  -- who asked, or reports it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  (SELECT void.entry FROM void WHERE voided = survey.entry) AS voided_by,  -- the entry that took it back
  survey.entry  -- the entry that recorded it
FROM survey
JOIN entry AS recorded ON recorded.number = survey.entry;
