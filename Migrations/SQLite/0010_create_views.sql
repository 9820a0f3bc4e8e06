-- What people read: instants as ISO 8601 text, money as decimal text, keys instead of ids; facts that
-- are current, neither voided nor restated.

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  command, source, source_digest, note, events, audience_counts, sales,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW events AS
SELECT
  key AS event, market, platform, title,
  strftime('%Y-%m-%dT%H:%M:%S', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,
  strftime('%Y-%m-%dT%H:%M:%S', (ends_at - (ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,
  (SELECT group_concat(brand, '; ')
     FROM (SELECT brand FROM event_brand WHERE event = event.id ORDER BY position)) AS brands,
  (SELECT group_concat(creator, '; ')
     FROM (SELECT creator || iif(role = 'creator', '', ' (' || role || ')') AS creator
           FROM event_creator WHERE event = event.id ORDER BY position)) AS creators,
  entry
FROM event
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry);

CREATE VIEW audience_counts AS
SELECT
  event.key AS event, event.market, metric.name AS metric,
  strftime('%Y-%m-%dT%H:%M:%S', (audience_count.at - (audience_count.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE audience_count.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (audience_count.at % 1000 + 1000) % 1000) END || 'Z' AS at,
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

CREATE VIEW sales AS
SELECT
  sale_source.name AS source, sale.order_number, sale.line, sale.kind, sale.market,
  event.key AS event, sale.product, sale.quantity,
  iif(sale.amount_micros < 0, '-', '') || (abs(sale.amount_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sale.amount_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sale.amount_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sale.amount_micros) % 1000000), '0')))) END AS amount,
  sale.currency,
  strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END || 'Z' AS at,
  sale.entry
FROM sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = sale.event
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry);
