-- The reference tables: the currencies in which sales are counted, and the markets in which shows
-- sell. A row is a currency of ISO 4217, or a country of ISO 3166-1; the next migrations fill both.
-- They are append-only: a currency or a market that is missing can be added, and none is changed.

CREATE TABLE currency (
  -- A row is a currency of ISO 4217, in use or withdrawn.
  code TEXT NOT NULL PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z][A-Z]'),
  digits INTEGER NOT NULL CHECK (digits BETWEEN 0 AND 6),  -- decimals that amounts are shown with
  name TEXT NOT NULL CHECK (name <> '' AND name = trim(name))
) STRICT, WITHOUT ROWID;

CREATE TABLE market (
  -- A row is a country in which shows sell.
  code TEXT NOT NULL PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z]'),  -- ISO's, but UK for GB
  iso_code TEXT NOT NULL UNIQUE CHECK (iso_code <> 'UK'),         -- ISO 3166-1 alpha-2
  name TEXT NOT NULL CHECK (name <> '' AND name = trim(name)),
  currency TEXT NOT NULL REFERENCES currency (code),  -- its own; a sale states which one was paid
  time_zone TEXT CHECK (time_zone <> ''),  -- IANA name; null where one clock does not serve all
  CHECK (code = CASE iso_code WHEN 'GB' THEN 'UK' ELSE iso_code END)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER currency_is_never_updated BEFORE UPDATE ON currency BEGIN
  SELECT RAISE(ABORT, 'a currency is never changed or deleted: add one under a new code');
END;

CREATE TRIGGER currency_is_never_deleted BEFORE DELETE ON currency BEGIN
  SELECT RAISE(ABORT, 'a currency is never changed or deleted: add one under a new code');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER currency_is_never_replaced BEFORE INSERT ON currency
WHEN EXISTS (SELECT 1 FROM currency WHERE code = NEW.code) BEGIN
  SELECT RAISE(ABORT, 'a currency is never replaced: its code is in use');
END;

CREATE TRIGGER market_is_never_updated BEFORE UPDATE ON market BEGIN
  SELECT RAISE(ABORT, 'a market is never changed or deleted: add one under a new code');
END;

CREATE TRIGGER market_is_never_deleted BEFORE DELETE ON market BEGIN
  SELECT RAISE(ABORT, 'a market is never changed or deleted: add one under a new code');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER market_is_never_replaced BEFORE INSERT ON market
WHEN EXISTS (SELECT 1 FROM market WHERE code = NEW.code) BEGIN
  SELECT RAISE(ABORT, 'a market is never replaced: its code is in use');
END;
