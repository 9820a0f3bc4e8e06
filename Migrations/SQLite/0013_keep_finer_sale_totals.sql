-- Totals are no facts: they are made anew from the sales that are not voided, told apart by event,
-- time and product, with the orders that cost something and the units that came back.
DROP TABLE event_sale_total;
DROP TABLE market_sale_total;

CREATE TABLE event_sale_total (
  -- A row is what the sales of one currency credited to one event add up to. It is not a fact: it
  -- follows from sale, and is kept up to date in the transaction that records the sales.
  event INTEGER NOT NULL REFERENCES event (id),
  currency TEXT NOT NULL REFERENCES currency (code),
  orders INTEGER NOT NULL,           -- different orders with a line of kind sale
  paid_orders INTEGER NOT NULL,      -- those whose lines of kind sale come to more than 0
  lines INTEGER NOT NULL,            -- movements of any kind
  units INTEGER NOT NULL,            -- units of kind sale
  units_cancelled INTEGER NOT NULL,  -- units of kind cancellation, 0 or below
  units_refunded INTEGER NOT NULL,   -- units of kind refund, 0 or below
  gross_micros INTEGER NOT NULL,     -- amounts of kind sale
  cancelled_micros INTEGER NOT NULL, -- amounts of kind cancellation, 0 or below
  refunded_micros INTEGER NOT NULL,  -- amounts of kind refund, 0 or below
  adjusted_micros INTEGER NOT NULL,  -- amounts of kind adjustment
  PRIMARY KEY (event, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_sale_quarter (
  -- A row is the part of an event_sale_total that is dated in one quarter of an hour; an order
  -- counts in that of its earliest line. Quarters of an hour add up to days in every time zone.
  event INTEGER NOT NULL REFERENCES event (id),
  currency TEXT NOT NULL REFERENCES currency (code),
  quarter INTEGER NOT NULL,          -- quarter hours since 1970, UTC
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
  PRIMARY KEY (event, currency, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE market_sale_total (
  -- A row is what the sales of one market, currency and quarter of an hour add up to, credited to
  -- an event or to none. An order counts in the quarter of its earliest line in the market.
  market TEXT NOT NULL REFERENCES market (code),
  currency TEXT NOT NULL REFERENCES currency (code),
  quarter INTEGER NOT NULL,          -- quarter hours since 1970, UTC
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
  PRIMARY KEY (market, currency, quarter, is_credited)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_sale_total (
  -- A row is what the sales of one product in one market and currency add up to, credited to an
  -- event or to none. An order counts once for each of its products.
  market TEXT NOT NULL REFERENCES market (code),
  event INTEGER NOT NULL,            -- the event's id, or 0 for none
  product TEXT NOT NULL,             -- '' for sales that name none
  currency TEXT NOT NULL REFERENCES currency (code),
  orders INTEGER NOT NULL,
  paid_orders INTEGER NOT NULL,      -- those whose lines of the product come to more than 0
  lines INTEGER NOT NULL,
  units INTEGER NOT NULL,
  units_cancelled INTEGER NOT NULL,
  units_refunded INTEGER NOT NULL,
  gross_micros INTEGER NOT NULL,
  cancelled_micros INTEGER NOT NULL,
  refunded_micros INTEGER NOT NULL,
  adjusted_micros INTEGER NOT NULL,
  PRIMARY KEY (market, event, product, currency)
) STRICT, WITHOUT ROWID;
