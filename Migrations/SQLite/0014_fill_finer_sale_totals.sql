-- The totals of what a book has already: of sales that are not voided.
CREATE TABLE movement AS
SELECT
  source, order_number, line, kind, market, event, ifnull(product, '') AS product, currency,
  quantity, amount_micros, at, (at - (at % 900000 + 900000) % 900000) / 900000 AS quarter
FROM sale
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry);

INSERT INTO event_sale_total
  (event, currency, orders, paid_orders, lines, units, units_cancelled, units_refunded, gross_micros,
   cancelled_micros, refunded_micros, adjusted_micros)
SELECT
  event,
  currency,
  count(*) FILTER (WHERE is_first) AS orders,
  count(*) FILTER (WHERE is_first AND sold > 0) AS paid_orders,
  count(*) AS lines,
  sum(iif(kind = 'sale', quantity, 0)) AS units,
  sum(iif(kind = 'cancellation', quantity, 0)) AS units_cancelled,
  sum(iif(kind = 'refund', quantity, 0)) AS units_refunded,
  sum(iif(kind = 'sale', amount_micros, 0)) AS gross_micros,
  sum(iif(kind = 'cancellation', amount_micros, 0)) AS cancelled_micros,
  sum(iif(kind = 'refund', amount_micros, 0)) AS refunded_micros,
  sum(iif(kind = 'adjustment', amount_micros, 0)) AS adjusted_micros
FROM (
  SELECT
    *,
    kind = 'sale' AND 1 = row_number() OVER (
      PARTITION BY source, order_number, event, currency ORDER BY kind <> 'sale', at, line
    ) AS is_first,
    sum(iif(kind = 'sale', amount_micros, 0)) OVER (
      PARTITION BY source, order_number, event, currency
    ) AS sold
  FROM movement
  WHERE event IS NOT NULL
)
GROUP BY 1, 2;

INSERT INTO event_sale_quarter
  (event, currency, quarter, orders, paid_orders, lines, units, units_cancelled, units_refunded, gross_micros,
   cancelled_micros, refunded_micros, adjusted_micros)
SELECT
  event,
  currency,
  quarter,
  count(*) FILTER (WHERE is_first) AS orders,
  count(*) FILTER (WHERE is_first AND sold > 0) AS paid_orders,
  count(*) AS lines,
  sum(iif(kind = 'sale', quantity, 0)) AS units,
  sum(iif(kind = 'cancellation', quantity, 0)) AS units_cancelled,
  sum(iif(kind = 'refund', quantity, 0)) AS units_refunded,
  sum(iif(kind = 'sale', amount_micros, 0)) AS gross_micros,
  sum(iif(kind = 'cancellation', amount_micros, 0)) AS cancelled_micros,
  sum(iif(kind = 'refund', amount_micros, 0)) AS refunded_micros,
  sum(iif(kind = 'adjustment', amount_micros, 0)) AS adjusted_micros
FROM (
  SELECT
    *,
    kind = 'sale' AND 1 = row_number() OVER (
      PARTITION BY source, order_number, event, currency ORDER BY kind <> 'sale', at, line
    ) AS is_first,
    sum(iif(kind = 'sale', amount_micros, 0)) OVER (
      PARTITION BY source, order_number, event, currency
    ) AS sold
  FROM movement
  WHERE event IS NOT NULL
)
GROUP BY 1, 2, 3;

INSERT INTO market_sale_total
  (market, currency, quarter, is_credited, orders, paid_orders, lines, units, units_cancelled, units_refunded, gross_micros,
   cancelled_micros, refunded_micros, adjusted_micros)
SELECT
  market,
  currency,
  quarter,
  event IS NOT NULL AS is_credited,
  count(*) FILTER (WHERE is_first) AS orders,
  count(*) FILTER (WHERE is_first AND sold > 0) AS paid_orders,
  count(*) AS lines,
  sum(iif(kind = 'sale', quantity, 0)) AS units,
  sum(iif(kind = 'cancellation', quantity, 0)) AS units_cancelled,
  sum(iif(kind = 'refund', quantity, 0)) AS units_refunded,
  sum(iif(kind = 'sale', amount_micros, 0)) AS gross_micros,
  sum(iif(kind = 'cancellation', amount_micros, 0)) AS cancelled_micros,
  sum(iif(kind = 'refund', amount_micros, 0)) AS refunded_micros,
  sum(iif(kind = 'adjustment', amount_micros, 0)) AS adjusted_micros
FROM (
  SELECT
    *,
    kind = 'sale' AND 1 = row_number() OVER (
      PARTITION BY source, order_number, market, currency ORDER BY kind <> 'sale', at, line
    ) AS is_first,
    sum(iif(kind = 'sale', amount_micros, 0)) OVER (
      PARTITION BY source, order_number, market, currency
    ) AS sold
  FROM movement
)
GROUP BY 1, 2, 3, 4;

INSERT INTO product_sale_total
  (market, event, product, currency, orders, paid_orders, lines, units, units_cancelled, units_refunded, gross_micros,
   cancelled_micros, refunded_micros, adjusted_micros)
SELECT
  market,
  ifnull(event, 0) AS event,
  product,
  currency,
  count(*) FILTER (WHERE is_first) AS orders,
  count(*) FILTER (WHERE is_first AND sold > 0) AS paid_orders,
  count(*) AS lines,
  sum(iif(kind = 'sale', quantity, 0)) AS units,
  sum(iif(kind = 'cancellation', quantity, 0)) AS units_cancelled,
  sum(iif(kind = 'refund', quantity, 0)) AS units_refunded,
  sum(iif(kind = 'sale', amount_micros, 0)) AS gross_micros,
  sum(iif(kind = 'cancellation', amount_micros, 0)) AS cancelled_micros,
  sum(iif(kind = 'refund', amount_micros, 0)) AS refunded_micros,
  sum(iif(kind = 'adjustment', amount_micros, 0)) AS adjusted_micros
FROM (
  SELECT
    *,
    kind = 'sale' AND 1 = row_number() OVER (
      PARTITION BY source, order_number, market, event, product, currency ORDER BY kind <> 'sale', at, line
    ) AS is_first,
    sum(iif(kind = 'sale', amount_micros, 0)) OVER (
      PARTITION BY source, order_number, market, event, product, currency
    ) AS sold
  FROM movement
)
GROUP BY 1, 2, 3, 4;

DROP TABLE movement;
