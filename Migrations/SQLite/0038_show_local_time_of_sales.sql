-- Instants of sales by the clocks of their market, too.

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
  iif(sale.amount_micros < 0, '-', '') || (abs(sale.amount_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sale.amount_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sale.amount_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sale.amount_micros) % 1000000), '0')))) END AS amount,  -- exactly
  sale.currency,  -- of the amount
  strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when it happened
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = sale.market AND set_at <= sale.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when it happened, by the clocks of the market
  sale.entry,  -- the entry that recorded it
  sale.amount_micros / 1e6 AS amount_number  -- the amount, to compute with
FROM sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = sale.event
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
  iif(sale.amount_micros < 0, '-', '') || (abs(sale.amount_micros) / 1000000)
    || CASE WHEN currency.digits = 0 AND sale.amount_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', abs(sale.amount_micros) % 1000000), 1,
         max(currency.digits, length(rtrim(printf('%06d', abs(sale.amount_micros) % 1000000), '0')))) END AS amount,  -- exactly
  sale.amount_micros / 1e6 AS amount_number,  -- to compute with
  sale.currency,  -- of the amount
  strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END || 'Z' AS at,  -- when it happened
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (sale.at - (sale.at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE sale.at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (sale.at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = sale.market AND set_at <= sale.at
    ORDER BY set_at DESC LIMIT 1) AS at_local,  -- when it happened, by the clocks of the market
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  (SELECT void.entry FROM void WHERE voided = sale.entry) AS voided_by,  -- the entry that took it back
  sale.entry  -- the entry that recorded it
FROM sale
JOIN sale_source ON sale_source.id = sale.source
JOIN currency ON currency.code = sale.currency
LEFT JOIN event ON event.id = sale.event
JOIN entry AS recorded ON recorded.number = sale.entry;
