-- Two events may be one show, which was recorded under two keys: by hand and from an export, say.

CREATE TABLE same_show (
  -- A row is a statement that an event is the same show as another one.
  other INTEGER NOT NULL REFERENCES event (id),  -- the event that is not listed as a show of its own
  entry INTEGER NOT NULL REFERENCES entry (number),
  event INTEGER NOT NULL REFERENCES event (id),  -- the event by which the show is listed
  citation TEXT,                     -- who says so, or where; null where not known
  PRIMARY KEY (other, entry),
  CHECK (event <> other)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER same_show_is_never_updated BEFORE UPDATE ON same_show BEGIN
  SELECT RAISE(ABORT, 'that events are one show is never changed: void its entry, and record it anew');
END;

CREATE TRIGGER same_show_is_never_deleted BEFORE DELETE ON same_show BEGIN
  SELECT RAISE(ABORT, 'that events are one show is never deleted: void its entry');
END;

CREATE TRIGGER same_show_is_never_replaced BEFORE INSERT ON same_show BEGIN
  SELECT RAISE(ABORT, 'that events are one show is recorded with ledger, which keeps its digest and the totals');
END;

ALTER TABLE entry ADD COLUMN same_shows INTEGER NOT NULL DEFAULT 0 CHECK (same_shows >= 0);

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
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments, settings, coverages, credits, same_shows,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

DROP VIEW current_event;

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
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
  AND NOT EXISTS (
    SELECT 1 FROM same_show WHERE same_show.other = event.id
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = same_show.entry));

CREATE VIEW credited_sale AS
-- A row is a movement that is not voided, with the show that it counts for: the one that a credit names, else the one that it names itself. This view has the ids and units of the tables.
SELECT
  sale.source, sale.order_number, sale.line, sale.kind, sale.entry, sale.market,
  coalesce((SELECT same_show.event FROM same_show WHERE same_show.other = coalesce(sale.credit, sale.event)
    AND NOT EXISTS (SELECT 1 FROM void WHERE voided = same_show.entry)),
    sale.credit, sale.event) AS event,  -- the show that it counts for
  sale.event AS named_event,  -- the event that the sale itself names
  sale.credit,  -- the event that a credit names
  sale.quantity, sale.quantity_unknown, sale.amount_micros, sale.currency, sale.at, sale.product, sale.not_before, sale.observed_at
FROM (
  SELECT sale.*, (
    SELECT shown.id FROM credit JOIN event AS shown ON shown.key = credit.event
    WHERE credit.source = sale.source AND credit.order_number = sale.order_number
      AND (credit.line = sale.line OR credit.line = -1) AND shown.market = sale.market
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry)
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = shown.entry)
    ORDER BY credit.line DESC, credit.observed_at IS NULL, credit.observed_at DESC, credit.event
    LIMIT 1) AS credit
  FROM sale) AS sale
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry);

CREATE VIEW same_shows_history AS
-- A row is a statement that two events are one show, current or not.
SELECT
  event.key AS event,  -- key of the event by which the show is listed
  other.key AS other,  -- key of the event that is the same show
  same_show.citation,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = same_show.entry) AS voided_by,  -- the entry that took it back
  same_show.entry  -- the entry that recorded it
FROM same_show
JOIN event ON event.id = same_show.event
JOIN event AS other ON other.id = same_show.other
JOIN entry AS recorded ON recorded.number = same_show.entry;

CREATE VIEW same_shows AS
-- A row is a statement that two events are one show.
SELECT
  event,  -- key of the event by which the show is listed
  other,  -- key of the event that is the same show
  citation,  -- who says so
  entry  -- the entry that recorded it
FROM same_shows_history AS same_show
WHERE voided_by IS NULL;
