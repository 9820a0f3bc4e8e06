CREATE TABLE event (
  -- A row is a live show.
  id INTEGER PRIMARY KEY,            -- for joins within this file; people use the key
  key TEXT NOT NULL,                 -- the short name that the user gave it
  market TEXT NOT NULL REFERENCES market (code),
  platform TEXT NOT NULL,            -- where it is shown, lower case
  title TEXT NOT NULL,
  starts_at INTEGER NOT NULL,        -- UTC milliseconds
  ends_at INTEGER CHECK (ends_at > starts_at),  -- UTC milliseconds; null while not known
  entry INTEGER NOT NULL REFERENCES entry (number),
  UNIQUE (key, entry)                -- one current event a key: a voided one may come again
) STRICT;

CREATE INDEX event_by_start ON event (market, starts_at);

CREATE TABLE event_brand (
  -- A row is a brand whose products an event shows.
  event INTEGER NOT NULL REFERENCES event (id),
  position INTEGER NOT NULL,         -- from 1 on, in the order in which they were named
  brand TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (number),
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_creator (
  -- A row is somebody who appears in an event.
  event INTEGER NOT NULL REFERENCES event (id),
  position INTEGER NOT NULL,         -- from 1 on, in the order in which they were named
  creator TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('host', 'guest', 'creator')),
  entry INTEGER NOT NULL REFERENCES entry (number),
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event BEGIN
  SELECT RAISE(ABORT, 'an event is never changed: record a new fact that corrects it');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN
  SELECT RAISE(ABORT, 'an event is never deleted: record a new fact that corrects it');
END;

CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM event WHERE key = NEW.key
    AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)) BEGIN
  SELECT RAISE(ABORT, 'an event is never replaced: its key is in use');
END;

CREATE TRIGGER event_brand_is_never_updated BEFORE UPDATE ON event_brand BEGIN
  SELECT RAISE(ABORT, 'an event''s brand is never changed');
END;

CREATE TRIGGER event_brand_is_never_deleted BEFORE DELETE ON event_brand BEGIN
  SELECT RAISE(ABORT, 'an event''s brand is never deleted');
END;

CREATE TRIGGER event_brand_is_never_replaced BEFORE INSERT ON event_brand
WHEN EXISTS (SELECT 1 FROM event_brand WHERE event = NEW.event AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'an event''s brand is never replaced');
END;

CREATE TRIGGER event_creator_is_never_updated BEFORE UPDATE ON event_creator BEGIN
  SELECT RAISE(ABORT, 'an event''s creator is never changed');
END;

CREATE TRIGGER event_creator_is_never_deleted BEFORE DELETE ON event_creator BEGIN
  SELECT RAISE(ABORT, 'an event''s creator is never deleted');
END;

CREATE TRIGGER event_creator_is_never_replaced BEFORE INSERT ON event_creator
WHEN EXISTS (SELECT 1 FROM event_creator WHERE event = NEW.event AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'an event''s creator is never replaced');
END;
