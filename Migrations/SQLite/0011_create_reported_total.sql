CREATE TABLE reported_total (
  -- A row is a figure that a platform reported of an event in sum, as it was seen at an instant. It
  -- stands beside the facts that the book adds up itself, and is never added to them.
  event INTEGER NOT NULL REFERENCES event (id),
  measure TEXT NOT NULL,             -- what it is a total of: gmv_gross, orders, …
  source TEXT NOT NULL,              -- the export or page that reports it
  observed_at INTEGER NOT NULL,      -- UTC milliseconds; a later observation is another row
  entry INTEGER NOT NULL REFERENCES entry (number),
  value_micros INTEGER NOT NULL CHECK (value_micros >= 0),  -- millionths of one, or of the currency
  currency TEXT REFERENCES currency (code),                 -- null for what is no money
  PRIMARY KEY (event, measure, source, observed_at, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reported_total_is_never_updated BEFORE UPDATE ON reported_total BEGIN
  SELECT RAISE(ABORT, 'a reported total is never changed: record a later observation instead');
END;

CREATE TRIGGER reported_total_is_never_deleted BEFORE DELETE ON reported_total BEGIN
  SELECT RAISE(ABORT, 'a reported total is never deleted: record a later observation instead');
END;

CREATE TRIGGER reported_total_is_never_replaced BEFORE INSERT ON reported_total
WHEN EXISTS (
  SELECT 1 FROM reported_total
  WHERE event = NEW.event AND measure = NEW.measure AND source = NEW.source
    AND observed_at = NEW.observed_at
    AND NOT EXISTS (SELECT 1 FROM void WHERE voided = reported_total.entry)) BEGIN
  SELECT RAISE(ABORT, 'a reported total is never replaced: its key is in use');
END;

ALTER TABLE entry ADD COLUMN reported_totals INTEGER NOT NULL DEFAULT 0
  CHECK (reported_totals >= 0);      -- how many it recorded

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  command, source, source_digest, note, events, audience_counts, sales, reported_totals,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW reported_totals AS
SELECT
  event.key AS event, event.market, reported_total.measure,
  strftime('%Y-%m-%dT%H:%M:%S', (observed_at - (observed_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE observed_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (observed_at % 1000 + 1000) % 1000) END || 'Z' AS observed_at,
  (value_micros / 1000000)
    || CASE WHEN ifnull(currency.digits, 0) = 0 AND value_micros % 1000000 = 0 THEN ''
       ELSE '.' || substr(printf('%06d', value_micros % 1000000), 1,
         max(ifnull(currency.digits, 0), length(rtrim(printf('%06d', value_micros % 1000000), '0')))) END AS value,
  reported_total.currency, reported_total.source, reported_total.entry
FROM reported_total
JOIN event ON event.id = reported_total.event
LEFT JOIN currency ON currency.code = reported_total.currency
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = reported_total.entry);
