-- The view sales names the show that a refund or cancellation without one follows.

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
LEFT JOIN event ON event.id = ifnull(
  sale.event,
  iif(sale.kind IN ('cancellation', 'refund'), (
    SELECT followed.event FROM followed_return AS followed
    WHERE followed.source = sale.source AND followed.order_number = sale.order_number
      AND followed.line = sale.line AND followed.kind = sale.kind AND followed.entry = sale.entry
  ), NULL))
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry);
