-- A coverage says over which time the sales of a market are complete, so that a show that sold nothing is known to have sold nothing.

CREATE TABLE coverage (
  -- A row is a statement that all sales of a market in a stretch of time are recorded, as far as it
  -- names a platform, a source or a creator.
  id INTEGER PRIMARY KEY,            -- number within this file
  market TEXT NOT NULL REFERENCES market (code),
  platform TEXT CHECK (platform = lower(platform)),  -- null for all platforms
  source TEXT,                       -- the system that numbers the orders; null for all systems
  creator TEXT,                      -- hash of the name of the creator; null for all creators
  starts_at INTEGER NOT NULL,        -- first instant of the stretch, UTC milliseconds
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),  -- first instant after it
  entry INTEGER NOT NULL REFERENCES entry (number),
  citation TEXT                      -- who says so, or where; null where not known
) STRICT;

CREATE INDEX coverage_by_market ON coverage (market, starts_at);

CREATE TRIGGER coverage_is_never_updated BEFORE UPDATE ON coverage BEGIN
  SELECT RAISE(ABORT, 'a coverage is never changed: void its entry, and record another');
END;

CREATE TRIGGER coverage_is_never_deleted BEFORE DELETE ON coverage BEGIN
  SELECT RAISE(ABORT, 'a coverage is never deleted: void its entry');
END;

CREATE TRIGGER coverage_is_never_replaced BEFORE INSERT ON coverage
WHEN EXISTS (SELECT 1 FROM coverage WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'a coverage is never replaced: void its entry');
END;

ALTER TABLE entry ADD COLUMN coverages INTEGER NOT NULL DEFAULT 0 CHECK (coverages >= 0);

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = author), author) AS author,
  command, source, source_digest,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = note), note) AS note,
  events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments, settings, coverages,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW coverages_history AS
-- A row is a stretch of time in which the sales of a market were said to be complete, current or not.
SELECT
  coverage.market,  -- the country
  coverage.platform,  -- null for all platforms
  coverage.source,  -- the system that numbers the orders; null for all systems
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = coverage.creator), coverage.creator) AS creator,  -- null for all creators
  strftime('%Y-%m-%dT%H:%M:%S', (coverage.starts_at - (coverage.starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE coverage.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (coverage.starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,  -- first instant
  strftime('%Y-%m-%dT%H:%M:%S', (coverage.ends_at - (coverage.ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE coverage.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (coverage.ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,  -- first instant after it
  coverage.citation,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = coverage.entry) AS voided_by,  -- the entry that took it back
  coverage.entry  -- the entry that recorded it
FROM coverage
JOIN entry AS recorded ON recorded.number = coverage.entry;

CREATE VIEW coverages AS
-- A row is a stretch of time in which the sales of a market are complete.
SELECT
  market,  -- the country
  platform,  -- null for all platforms
  source,  -- the system that numbers the orders; null for all systems
  creator,  -- null for all creators
  starts_at,  -- first instant
  ends_at,  -- first instant after it
  citation,  -- who says so
  entry  -- the entry that recorded it
FROM coverages_history AS coverage
WHERE voided_by IS NULL;
