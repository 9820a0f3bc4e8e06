-- A mark says what happened in a show at an instant or over a stretch of time, such as who led it.

CREATE TABLE event_mark (
  -- A row is something that happened in a show.
  id INTEGER PRIMARY KEY,            -- number within this file
  event INTEGER NOT NULL REFERENCES event (id),
  starts_at INTEGER NOT NULL,        -- when it happened, or began, UTC milliseconds
  ends_at INTEGER CHECK (ends_at > starts_at),  -- first instant after it; null where it has none
  kind TEXT NOT NULL,                -- note, host, guest, product, offer, break or technical
  text TEXT,                         -- what happened; null where that was not said
  creator TEXT,                      -- hash of the name of whom it is about; null for nobody
  entry INTEGER NOT NULL REFERENCES entry (number),
  CHECK (text IS NOT NULL OR creator IS NOT NULL),
  CHECK (kind <> 'host' OR creator IS NOT NULL)
) STRICT;

CREATE INDEX event_mark_by_event ON event_mark (event, starts_at);

CREATE TRIGGER event_mark_is_never_updated BEFORE UPDATE ON event_mark BEGIN
  SELECT RAISE(ABORT, 'a mark is never changed: void its entry, and record another');
END;

CREATE TRIGGER event_mark_is_never_deleted BEFORE DELETE ON event_mark BEGIN
  SELECT RAISE(ABORT, 'a mark is never deleted: void its entry');
END;

CREATE TRIGGER event_mark_is_never_replaced BEFORE INSERT ON event_mark
WHEN EXISTS (SELECT 1 FROM event_mark WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'a mark is never replaced: void its entry');
END;

ALTER TABLE entry ADD COLUMN marks INTEGER NOT NULL DEFAULT 0 CHECK (marks >= 0);

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
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments, settings, coverages, credits, same_shows, marks,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW marks_history AS
-- A row is something that happened in a show, current or not.
SELECT
  event.key AS event,  -- the show
  event.market,  -- the country in which it sells
  strftime('%Y-%m-%dT%H:%M:%S', (mark.starts_at - (mark.starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE mark.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (mark.starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,  -- when it happened, or began
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (mark.starts_at - (mark.starts_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE mark.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (mark.starts_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= mark.starts_at
    ORDER BY set_at DESC LIMIT 1) AS starts_at_local,  -- when it happened, or began, by the clocks of the market
  strftime('%Y-%m-%dT%H:%M:%S', (mark.ends_at - (mark.ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE mark.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (mark.ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,  -- first instant after it; null if it has none
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (mark.ends_at - (mark.ends_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE mark.ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (mark.ends_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= mark.ends_at
    ORDER BY set_at DESC LIMIT 1) AS ends_at_local,  -- the same, by the clocks of the market
  mark.kind,  -- note, host, guest, product, offer, break or technical
  mark.text,  -- what happened; null if that was not said
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = mark.creator), mark.creator) AS creator,  -- whom it is about; null for nobody
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = mark.entry) AS voided_by,  -- the entry that took it back
  mark.entry  -- the entry that recorded it
FROM event_mark AS mark
JOIN event ON event.id = mark.event
JOIN entry AS recorded ON recorded.number = mark.entry;

CREATE VIEW marks AS
-- A row is something that happened in a show.
SELECT
  event,  -- the show
  market,  -- the country in which it sells
  starts_at,  -- when it happened, or began
  starts_at_local,  -- when it happened, or began, by the clocks of the market
  ends_at,  -- first instant after it; null if it has none
  ends_at_local,  -- the same, by the clocks of the market
  kind,  -- note, host, guest, product, offer, break or technical
  text,  -- what happened; null if that was not said
  creator,  -- whom it is about; null for nobody
  entry  -- the entry that recorded it
FROM marks_history AS mark
WHERE voided_by IS NULL;
