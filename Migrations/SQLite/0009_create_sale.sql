CREATE TABLE sale_source (
  -- A row is a system that numbers orders; order numbers are unique within one.
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  entry INTEGER NOT NULL REFERENCES entry (number)
) STRICT;

CREATE TRIGGER sale_source_is_never_updated BEFORE UPDATE ON sale_source BEGIN
  SELECT RAISE(ABORT, 'a source of sales is never changed');
END;

CREATE TRIGGER sale_source_is_never_deleted BEFORE DELETE ON sale_source BEGIN
  SELECT RAISE(ABORT, 'a source of sales is never deleted');
END;

CREATE TRIGGER sale_source_is_never_replaced BEFORE INSERT ON sale_source
WHEN EXISTS (SELECT 1 FROM sale_source WHERE id = NEW.id OR name = NEW.name) BEGIN
  SELECT RAISE(ABORT, 'a source of sales is never replaced');
END;

CREATE TABLE sale (
  -- A row is a dated movement of units and money: a line of an order that was sold, cancelled,
  -- paid back or adjusted.
  source INTEGER NOT NULL REFERENCES sale_source (id),
  order_number TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'cancellation', 'refund', 'adjustment')),
  entry INTEGER NOT NULL REFERENCES entry (number),
  market TEXT NOT NULL REFERENCES market (code),
  event INTEGER REFERENCES event (id),   -- the event that it is credited to, or null
  product TEXT,
  quantity INTEGER NOT NULL,             -- units; negative where they came back
  amount_micros INTEGER NOT NULL,        -- millionths of the currency's unit; negative: paid back
  currency TEXT NOT NULL REFERENCES currency (code),
  at INTEGER NOT NULL,                   -- UTC milliseconds
  PRIMARY KEY (source, order_number, line, kind, entry),
  CHECK (kind <> 'sale' OR (quantity >= 0 AND amount_micros >= 0)),
  CHECK (kind NOT IN ('cancellation', 'refund') OR (quantity <= 0 AND amount_micros <= 0))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sale_is_never_updated BEFORE UPDATE ON sale BEGIN
  SELECT RAISE(ABORT, 'a sale is never changed: record a new fact that corrects it');
END;

CREATE TRIGGER sale_is_never_deleted BEFORE DELETE ON sale BEGIN
  SELECT RAISE(ABORT, 'a sale is never deleted: record a new fact that corrects it');
END;

CREATE TABLE event_sale_total (
  -- A row is what the sales of one currency credited to one event add up to. It is not a fact: it
  -- follows from sale, and is kept up to date in the transaction that records the sales.
  event INTEGER NOT NULL REFERENCES event (id),
  currency TEXT NOT NULL REFERENCES currency (code),
  orders INTEGER NOT NULL,           -- different orders with a line of kind sale
  lines INTEGER NOT NULL,            -- movements of any kind
  units INTEGER NOT NULL,            -- units of kind sale
  gross_micros INTEGER NOT NULL,     -- amounts of kind sale
  cancelled_micros INTEGER NOT NULL, -- amounts of kind cancellation, 0 or below
  refunded_micros INTEGER NOT NULL,  -- amounts of kind refund, 0 or below
  adjusted_micros INTEGER NOT NULL,  -- amounts of kind adjustment
  PRIMARY KEY (event, currency)
) STRICT, WITHOUT ROWID;

CREATE TABLE market_sale_total (
  -- A row is what the sales of one market, currency and quarter of an hour add up to, credited to
  -- an event or to none. Quarters of an hour add up to days in every time zone. Not a fact either.
  market TEXT NOT NULL REFERENCES market (code),
  currency TEXT NOT NULL REFERENCES currency (code),
  quarter INTEGER NOT NULL,          -- quarter hours since 1970, UTC
  is_credited INTEGER NOT NULL CHECK (is_credited IN (0, 1)),
  orders INTEGER NOT NULL,           -- orders whose earliest line of kind sale is here
  lines INTEGER NOT NULL,
  units INTEGER NOT NULL,
  gross_micros INTEGER NOT NULL,
  cancelled_micros INTEGER NOT NULL,
  refunded_micros INTEGER NOT NULL,
  adjusted_micros INTEGER NOT NULL,
  PRIMARY KEY (market, currency, quarter, is_credited)
) STRICT, WITHOUT ROWID;
