-- A report of years read every quarter of an hour of a market, of which there are more than events.
CREATE TABLE market_sale_day (
  -- A row is what the rows of market_sale_total of one day add up to. It is not a fact: it follows
  -- from sale, and is kept up to date in the transaction that records the sales.
  market TEXT NOT NULL REFERENCES market (code),
  currency TEXT NOT NULL REFERENCES currency (code),
  day INTEGER NOT NULL,              -- days since 1970, UTC
  is_credited INTEGER NOT NULL CHECK (is_credited IN (0, 1)),
  orders INTEGER NOT NULL,
  paid_orders INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  units INTEGER NOT NULL,
  units_cancelled INTEGER NOT NULL,
  units_refunded INTEGER NOT NULL,
  gross_micros INTEGER NOT NULL,
  cancelled_micros INTEGER NOT NULL,
  refunded_micros INTEGER NOT NULL,
  adjusted_micros INTEGER NOT NULL,
  PRIMARY KEY (market, currency, day, is_credited)
) STRICT, WITHOUT ROWID;

INSERT INTO market_sale_day
SELECT market, currency, (quarter - (quarter % 96 + 96) % 96) / 96 AS day, is_credited,
  sum(orders), sum(paid_orders), sum(lines), sum(units), sum(units_cancelled), sum(units_refunded),
  sum(gross_micros), sum(cancelled_micros), sum(refunded_micros), sum(adjusted_micros)
FROM market_sale_total
GROUP BY market, currency, day, is_credited;
