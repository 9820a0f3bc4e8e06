-- Orders count for the shows to which credits credit them.

DROP VIEW sales;

DROP VIEW followed_return;

CREATE VIEW followed_return AS
-- A row is a cancellation or refund that names no show, and the show that the sales of its order name.
WITH returned AS NOT MATERIALIZED (
  SELECT * FROM credited_sale
  WHERE named_event IS NULL AND kind IN ('cancellation', 'refund')
    AND (quantity <> 0 OR quantity_unknown = 1 OR amount_micros <> 0)
    AND event IS NULL
    -- The totals say whether there are any, so that sales are not read in vain.
    AND EXISTS (SELECT 1 FROM market_sale_day WHERE is_credited = 1 AND lines > 0)
    AND EXISTS (SELECT 1 FROM market_sale_day WHERE is_credited = 0
      AND (units_cancelled < 0 OR units_refunded < 0 OR cancelled_micros < 0 OR refunded_micros < 0
        OR cancellations_without_units > 0 OR refunds_without_units > 0))),
line AS NOT MATERIALIZED (
  SELECT source, order_number, line, market, event FROM credited_sale WHERE kind = 'sale')
SELECT * FROM (
  SELECT source, order_number, line, kind, entry, market, currency, quantity, amount_micros,
    iif(
      EXISTS (SELECT 1 FROM line WHERE line.source = returned.source
        AND line.order_number = returned.order_number AND line.market = returned.market
        AND line.line = returned.line),
      (SELECT event FROM line WHERE line.source = returned.source
        AND line.order_number = returned.order_number AND line.market = returned.market
        AND line.line = returned.line),
      (SELECT iif(count(*) = count(event) AND min(event) = max(event), min(event), NULL) FROM line
        WHERE line.source = returned.source AND line.order_number = returned.order_number
          AND line.market = returned.market)) AS event
  FROM returned)
WHERE event IS NOT NULL;

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
  iif(sale.quantity_unknown = 1, NULL, sale.quantity) AS quantity,  -- units; negative where they came back, null where nobody says how many
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
  sale.amount_micros / 1e6 AS amount_number,  -- former name of amount
  strftime('%Y-%m-%dT%H:%M:%S', (sale.not_before - (sale.not_before % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.not_before % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.not_before % 1000 + 1000) % 1000) END || 'Z' AS not_before,  -- the earliest that a refund can have been made; null if at is exact
  strftime('%Y-%m-%dT%H:%M:%S', (sale.observed_at - (sale.observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,  -- when the source showed the order like this; null if it does not say
  CASE WHEN sale.credit IS NOT NULL THEN 'credit' WHEN sale.named_event IS NOT NULL THEN 'sale'
    WHEN event.id IS NOT NULL THEN 'order' END AS credited_by,  -- what names the show: a credit, the sale itself, or the other lines of its order
  ifnull((SELECT credit.channel FROM credit WHERE credit.source = sale.source
    AND credit.order_number = sale.order_number AND (credit.line = sale.line OR credit.line = -1)
    AND credit.channel <> '' AND NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry)
    ORDER BY credit.line DESC, credit.observed_at IS NULL, credit.observed_at DESC, credit.channel LIMIT 1),
    iif(event.id IS NOT NULL, 'live', NULL)) AS channel,  -- the channel that sold it: that of a credit, else live if it is credited to a show; null where not known
  (SELECT ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = credit.creator), credit.creator)
    FROM credit WHERE credit.source = sale.source
    AND credit.order_number = sale.order_number AND (credit.line = sale.line OR credit.line = -1)
    AND credit.creator IS NOT NULL AND NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry)
    ORDER BY credit.line DESC, credit.observed_at IS NULL, credit.observed_at DESC, credit.channel = '', credit.channel,
      ifnull((SELECT text FROM person_text WHERE hash = credit.creator), credit.creator) LIMIT 1) AS creator  -- the creator who sold it, as a credit says; null where not known
FROM credited_sale AS sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = ifnull(
  sale.event,
  iif(sale.kind IN ('cancellation', 'refund'), (
    SELECT followed.event FROM followed_return AS followed
    WHERE followed.source = sale.source AND followed.order_number = sale.order_number
      AND followed.line = sale.line AND followed.kind = sale.kind AND followed.entry = sale.entry
  ), NULL));

CREATE VIEW credits_history AS
-- A row is a statement of what sold an order, or one line of it, current or not.
SELECT
  sale_source.name AS source,  -- the system that numbers the orders
  credit.order_number,  -- the order
  nullif(credit.line, -1) AS line,  -- its line; null for all lines that no other credit names
  nullif(credit.event, '') AS event,  -- key of the show, which may not be recorded yet; null where it names none
  nullif(credit.channel, '') AS channel,  -- the channel: live, video, product_card, shop_tab, ads or other; null where not known
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = credit.creator), credit.creator) AS creator,  -- the creator who sold it; null where not known
  strftime('%Y-%m-%dT%H:%M:%S', (credit.observed_at - (credit.observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE credit.observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (credit.observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,  -- when this was seen; null if not known
  credit.citation,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = credit.entry) AS voided_by,  -- the entry that took it back
  credit.entry  -- the entry that recorded it
FROM credit
JOIN sale_source ON sale_source.id = credit.source
JOIN entry AS recorded ON recorded.number = credit.entry;

CREATE VIEW credits AS
-- A row is a statement of what sold an order, or one line of it.
SELECT
  source,  -- the system that numbers the orders
  order_number,  -- the order
  line,  -- its line; null for all lines that no other credit names
  event,  -- key of the show, which may not be recorded yet; null where it names none
  channel,  -- the channel: live, video, product_card, shop_tab, ads or other; null where not known
  creator,  -- the creator who sold it; null where not known
  observed_at,  -- when this was seen; null if not known
  citation,  -- who says so
  entry  -- the entry that recorded it
FROM credits_history AS credit
WHERE voided_by IS NULL;
