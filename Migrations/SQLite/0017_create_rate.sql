CREATE TABLE rate (
  -- A row is what one unit of a base currency was worth in another currency on a day: units divided
  -- by 10 to the power of decimals, exactly as it was published. Of several under one key that are
  -- not voided, the one of the last entry stands.
  base TEXT NOT NULL REFERENCES currency (code),
  currency TEXT NOT NULL REFERENCES currency (code),
  day INTEGER NOT NULL,              -- days since 1970-01-01
  entry INTEGER NOT NULL REFERENCES entry (number),
  units INTEGER NOT NULL CHECK (units > 0),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 12),
  source TEXT NOT NULL,              -- who published it
  PRIMARY KEY (base, currency, day, entry),
  CHECK (base <> currency)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER rate_is_never_updated BEFORE UPDATE ON rate BEGIN
  SELECT RAISE(ABORT, 'a rate is never changed: record one that restates it');
END;

CREATE TRIGGER rate_is_never_deleted BEFORE DELETE ON rate BEGIN
  SELECT RAISE(ABORT, 'a rate is never deleted: record one that restates it');
END;

CREATE TRIGGER rate_is_never_replaced BEFORE INSERT ON rate
WHEN EXISTS (
  SELECT 1 FROM rate
  WHERE base = NEW.base AND currency = NEW.currency AND day = NEW.day AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'a rate is never replaced: its entry has one already');
END;

-- Withdrawn in 2005, each when a new one with fewer zeros took its place; the European Central
-- Bank's series of rates has them.
INSERT INTO currency (code, digits, name) VALUES
  ('ROL', 2, 'Old Leu'),
  ('TRL', 0, 'Old Turkish Lira');

CREATE VIEW rates AS
SELECT
  date(day * 86400, 'unixepoch') AS date, base, currency,
  CASE decimals WHEN 0 THEN CAST(units AS TEXT)
    ELSE substr(printf('%0*d', decimals + 1, units), 1,
        length(printf('%0*d', decimals + 1, units)) - decimals)
      || '.' || substr(printf('%0*d', decimals + 1, units), -decimals) END AS rate,
  source, entry
FROM rate
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = rate.entry)
  AND NOT EXISTS (
    SELECT 1 FROM rate AS later
    WHERE later.base = rate.base AND later.currency = rate.currency AND later.day = rate.day
      AND later.entry > rate.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));
