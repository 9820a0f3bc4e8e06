-- Amounts are numbers, and local times those of the zone in force: sales, sales_history, survey_answers, surveys.

DROP VIEW sales;

CREATE VIEW sales AS
-- A row is a dated movement of units and money that is not voided.
SELECT
  sale_source.name AS source,  -- the system that numbers the orders
  sale.order_number,  -- the order
  sale.line,  -- its line
  sale.kind,  -- sale, cancellation, refund or adjustment
  sale.market,  -- the country
  event.key AS event,  -- the show that it is credited to, or null
  sale.product,  -- what was sold
  sale.quantity,  -- units; negative where they came back
  sale.amount_micros / 1e6 AS amount,  -- the amount
  sale.currency,  -- of the amount
  strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when it happened
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = sale.market)
      AND set_at <= sale.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when it happened, by the clocks of the market
  sale.entry,  -- the entry that recorded it
  iif(sale.amount_micros < 0, '-', '') || (abs(sale.amount_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sale.amount_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sale.amount_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sale.amount_micros) % 1000000), '0')))) END AS amount_text,  -- exactly, as decimal text
  sale.amount_micros / 1e6 AS amount_number  -- former name of amount
FROM sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = ifnull(
  sale.event,
  iif(sale.kind IN ('cancellation', 'refund'), (
    SELECT followed.event FROM followed_return AS followed
    WHERE followed.source = sale.source AND followed.order_number = sale.order_number
      AND followed.line = sale.line AND followed.kind = sale.kind AND followed.entry = sale.entry
  ), NULL))
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry);

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
  sale.amount_micros / 1e6 AS amount,  -- the amount
  sale.currency,  -- of the amount
  strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when it happened
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = sale.market)
      AND set_at <= sale.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when it happened, by the clocks of the market
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = sale.entry) AS voided_by,  -- the entry that took it back
  sale.entry,  -- the entry that recorded it
  iif(sale.amount_micros < 0, '-', '') || (abs(sale.amount_micros) / 1000000)
    || CASE WHEN (SELECT digits FROM currency WHERE code = sale.currency) = 0 AND sale.amount_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sale.amount_micros) % 1000000), 1,
         max((SELECT digits FROM currency WHERE code = sale.currency), length(rtrim(printf('%06d', abs(sale.amount_micros) % 1000000), '0')))) END AS amount_text,  -- exactly, as decimal text
  sale.amount_micros / 1e6 AS amount_number  -- former name of amount
FROM sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = sale.event
JOIN entry AS recorded ON recorded.number = sale.entry;

DROP VIEW survey_answers;

CREATE VIEW survey_answers AS
SELECT
  survey.key AS survey, survey.market, survey.kind, survey.date, survey.until, survey.sample_size,
  survey_answer.position, survey_answer.option, survey_answer.count,
  share_micros / 1e6 AS share_percent,
  survey.entry,
  (share_micros / 1000000)
    || CASE share_micros % 1000000 WHEN 0 THEN ''
       ELSE '.' || rtrim(printf('%06d', share_micros % 1000000), '0') END AS share_percent_text,
  share_micros / 1e6 AS share_percent_number
FROM survey
JOIN survey_answer ON survey_answer.survey = survey.key AND survey_answer.entry = survey.entry
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry);

DROP VIEW surveys;

CREATE VIEW surveys AS
SELECT
  key AS survey, market, kind, question, date, until, first_day, last_day, sample_size,
  (SELECT group_concat(option || '=' || ifnull(count, share_percent_text || '%'), '; ')
     FROM (SELECT option, count, share_percent_text FROM survey_answers
           WHERE survey_answers.survey = survey.key AND survey_answers.entry = survey.entry
           ORDER BY position)) AS answers,
  survey.source, url,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  entry
FROM survey
JOIN entry ON entry.number = survey.entry
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry);
