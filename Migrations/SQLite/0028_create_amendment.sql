-- What is recorded of an event may be wrong, and is corrected by an amendment: a fact of its own.

CREATE TABLE event_amendment (
  -- A row is what an event was corrected to, in whole; of those that are not voided, the one of the
  -- last entry stands.
  event INTEGER NOT NULL REFERENCES event (id),
  entry INTEGER NOT NULL REFERENCES entry (number),
  platform TEXT NOT NULL,            -- where it is shown, lower case
  title TEXT NOT NULL,
  starts_at INTEGER NOT NULL,        -- UTC milliseconds
  ends_at INTEGER CHECK (ends_at > starts_at),  -- UTC milliseconds; null while not known
  PRIMARY KEY (event, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_amendment_brand (
  -- A row is a brand whose products an event shows, after an amendment.
  event INTEGER NOT NULL REFERENCES event (id),
  entry INTEGER NOT NULL REFERENCES entry (number),
  position INTEGER NOT NULL,         -- from 1 on, in the order in which they were named
  brand TEXT NOT NULL,
  PRIMARY KEY (event, entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_amendment_creator (
  -- A row is somebody who appears in an event, after an amendment.
  event INTEGER NOT NULL REFERENCES event (id),
  entry INTEGER NOT NULL REFERENCES entry (number),
  position INTEGER NOT NULL,         -- from 1 on, in the order in which they were named
  creator TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('host', 'guest', 'creator')),
  PRIMARY KEY (event, entry, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_amendment_is_never_updated BEFORE UPDATE ON event_amendment BEGIN
  SELECT RAISE(ABORT, 'an amendment is never changed: amend the event again instead');
END;

CREATE TRIGGER event_amendment_is_never_deleted BEFORE DELETE ON event_amendment BEGIN
  SELECT RAISE(ABORT, 'an amendment is never deleted: void its entry instead');
END;

CREATE TRIGGER event_amendment_is_never_replaced BEFORE INSERT ON event_amendment
WHEN EXISTS (
  SELECT 1 FROM event_amendment
  WHERE event = NEW.event AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'an amendment is never replaced: its entry has it already');
END;

CREATE TRIGGER event_amendment_brand_is_never_updated BEFORE UPDATE ON event_amendment_brand BEGIN
  SELECT RAISE(ABORT, 'an amended brand is never changed: amend the event again instead');
END;

CREATE TRIGGER event_amendment_brand_is_never_deleted BEFORE DELETE ON event_amendment_brand BEGIN
  SELECT RAISE(ABORT, 'an amended brand is never deleted: void its entry instead');
END;

CREATE TRIGGER event_amendment_brand_is_never_replaced BEFORE INSERT ON event_amendment_brand
WHEN EXISTS (
  SELECT 1 FROM event_amendment_brand
  WHERE event = NEW.event AND entry = NEW.entry AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'an amended brand is never replaced: its entry has it already');
END;

CREATE TRIGGER event_amendment_creator_is_never_updated BEFORE UPDATE ON event_amendment_creator BEGIN
  SELECT RAISE(ABORT, 'an amended creator is never changed: amend the event again instead');
END;

CREATE TRIGGER event_amendment_creator_is_never_deleted BEFORE DELETE ON event_amendment_creator BEGIN
  SELECT RAISE(ABORT, 'an amended creator is never deleted: void its entry instead');
END;

CREATE TRIGGER event_amendment_creator_is_never_replaced BEFORE INSERT ON event_amendment_creator
WHEN EXISTS (
  SELECT 1 FROM event_amendment_creator
  WHERE event = NEW.event AND entry = NEW.entry AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'an amended creator is never replaced: its entry has it already');
END;

ALTER TABLE entry ADD COLUMN amendments INTEGER NOT NULL DEFAULT 0 CHECK (amendments >= 0);

CREATE VIEW current_event AS
-- A row is a live show as it stands now, in raw units: not voided, and as it was last amended.
SELECT
  event.id,  -- as counts and sales name it
  event.key,  -- the short name that the user gave it
  event.market,  -- the country in which it sells
  ifnull(amended.platform, event.platform) AS platform,  -- where it is shown
  ifnull(amended.title, event.title) AS title,  -- what it is called
  ifnull(amended.starts_at, event.starts_at) AS starts_at,  -- UTC milliseconds
  iif(amended.entry IS NULL, event.ends_at, amended.ends_at) AS ends_at,  -- UTC milliseconds
  event.entry,  -- the entry that recorded it
  amended.entry AS amended_by  -- the entry that amended it last, if one did
FROM event
LEFT JOIN event_amendment AS amended ON amended.event = event.id AND amended.entry = (
  SELECT max(last.entry) FROM event_amendment AS last
  WHERE last.event = event.id
    AND NOT EXISTS (SELECT 1 FROM void WHERE voided = last.entry))
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry);

CREATE VIEW current_event_brand AS
-- A row is a brand of a live show as it stands now.
SELECT event.id AS event, position, brand
FROM current_event AS event
JOIN event_brand ON event_brand.event = event.id
WHERE amended_by IS NULL
UNION ALL
SELECT event.id, position, brand
FROM current_event AS event
JOIN event_amendment_brand AS amended ON amended.event = event.id AND amended.entry = amended_by;

CREATE VIEW current_event_creator AS
-- A row is somebody who appears in a live show as it stands now.
SELECT event.id AS event, position, creator, role
FROM current_event AS event
JOIN event_creator ON event_creator.event = event.id
WHERE amended_by IS NULL
UNION ALL
SELECT event.id, position, creator, role
FROM current_event AS event
JOIN event_amendment_creator AS amended ON amended.event = event.id AND amended.entry = amended_by;

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  command, source, source_digest, note, events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

DROP VIEW events;

CREATE VIEW events AS
SELECT
  key AS event, market, platform, title,
  strftime('%Y-%m-%dT%H:%M:%S', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,
  strftime('%Y-%m-%dT%H:%M:%S', (ends_at - (ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,
  (SELECT group_concat(brand, '; ') FROM (
     SELECT brand, position FROM event_brand WHERE event = event.id AND amended_by IS NULL
     UNION ALL
     SELECT brand, position FROM event_amendment_brand AS amended
     WHERE amended.event = event.id AND amended.entry = amended_by
     ORDER BY position)) AS brands,
  (SELECT group_concat(creator || iif(role = 'creator', '', ' (' || role || ')'), '; ') FROM (
     SELECT creator, role, position FROM event_creator
     WHERE event = event.id AND amended_by IS NULL
     UNION ALL
     SELECT creator, role, position FROM event_amendment_creator AS amended
     WHERE amended.event = event.id AND amended.entry = amended_by
     ORDER BY position)) AS creators,
  entry, amended_by
FROM current_event AS event;

DROP VIEW creator_summary;

CREATE VIEW creator_summary AS
-- A row is a creator in a market, and the part of what was sold in one currency: a show's sales are
-- shared equally among its creators, and its views count in full for each of them.
WITH appeared AS (
  SELECT event.id, event.market, shown.creator,
    1.0 / count(*) OVER (PARTITION BY shown.event) AS part
  FROM current_event_creator AS shown
  JOIN event ON event.id = shown.event)
SELECT
  appeared.market,  -- the country
  appeared.creator,  -- the name, as shows credit it
  (SELECT count(DISTINCT id) FROM appeared AS shown
   WHERE shown.market = appeared.market AND shown.creator = appeared.creator) AS events,  -- shows
  (SELECT sum(latest) FROM appeared AS shown
   JOIN audience_total ON audience_total.event = shown.id AND metric = 2
   WHERE shown.market = appeared.market AND shown.creator = appeared.creator) AS views,  -- of those shows
  sold.currency,  -- of the money in this row
  sum(sold.orders * part) AS orders,  -- the part of the orders
  sum(sold.gross_micros * part) / 1e6 AS gross,  -- the part of what was sold
  sum((sold.gross_micros + sold.cancelled_micros + sold.refunded_micros + sold.adjusted_micros)
    * part) / 1e6 AS net  -- the part of what is left
FROM appeared
LEFT JOIN event_sale_total AS sold ON sold.event = appeared.id AND sold.lines > 0
GROUP BY appeared.market, appeared.creator, sold.currency;
