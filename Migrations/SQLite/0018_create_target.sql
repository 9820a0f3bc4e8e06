CREATE TABLE target (
  -- A row is what a market or an event was to reach in a metric. Of several for the same market or
  -- event, metric and period that are not voided, the one of the last entry stands.
  id INTEGER PRIMARY KEY,            -- for this file alone; people use what the target is for
  market TEXT NOT NULL REFERENCES market (code),  -- the event's, where it is for one
  event INTEGER REFERENCES event (id),            -- null where it is for all of the market
  metric TEXT NOT NULL,              -- as reports name it: gmv_net, peak_concurrent, …
  first_day INTEGER,                 -- days since 1970-01-01; null for the whole of an event
  last_day INTEGER CHECK (last_day >= first_day), -- likewise, and within the period
  entry INTEGER NOT NULL REFERENCES entry (number),
  value_micros INTEGER NOT NULL CHECK (value_micros >= 0),  -- millionths of one, or of the currency
  currency TEXT REFERENCES currency (code),                 -- null for what is no money
  source TEXT,                       -- who set it, or says so; null where not known
  CHECK ((first_day IS NULL) = (last_day IS NULL)),
  CHECK (event IS NOT NULL OR first_day IS NOT NULL)
) STRICT;

CREATE INDEX target_by_market ON target (market, metric);

CREATE TRIGGER target_is_never_updated BEFORE UPDATE ON target BEGIN
  SELECT RAISE(ABORT, 'a target is never changed: record one that restates it');
END;

CREATE TRIGGER target_is_never_deleted BEFORE DELETE ON target BEGIN
  SELECT RAISE(ABORT, 'a target is never deleted: record one that restates it');
END;

CREATE TRIGGER target_is_never_replaced BEFORE INSERT ON target
WHEN EXISTS (SELECT 1 FROM target WHERE id = NEW.id)
  OR EXISTS (
    SELECT 1 FROM target
    WHERE market = NEW.market AND metric = NEW.metric AND event IS NEW.event
      AND first_day IS NEW.first_day AND last_day IS NEW.last_day AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'a target is never replaced: its entry has one already');
END;

CREATE VIEW targets AS
SELECT
  target.market, event.key AS event, target.metric,
  date(target.first_day * 86400, 'unixepoch') AS first_day,
  date(target.last_day * 86400, 'unixepoch') AS last_day,
  (value_micros / 1000000)
    || CASE WHEN ifnull(currency.digits, 0) = 0 AND value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', value_micros % 1000000), 1,
         max(ifnull(currency.digits, 0), length(rtrim(printf('%06d', value_micros % 1000000), '0')))) END AS value,
  target.currency, target.source, target.entry
FROM target
LEFT JOIN event ON event.id = target.event
LEFT JOIN currency ON currency.code = target.currency
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = target.entry)
  AND NOT EXISTS (
    SELECT 1 FROM target AS later
    WHERE later.market = target.market AND later.metric = target.metric
      AND later.event IS target.event AND later.first_day IS target.first_day
      AND later.last_day IS target.last_day AND later.entry > target.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));
