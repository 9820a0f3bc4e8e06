-- A creator, a brand or a product may have several names: in a sheet and on a platform, say.

CREATE TABLE alias (
  -- A row is a statement that a name stands for another one.
  kind TEXT NOT NULL CHECK (kind IN ('creator', 'brand', 'product')),
  name TEXT NOT NULL,                -- the name; of a creator its hash, of person_text
  entry INTEGER NOT NULL REFERENCES entry (number),
  canonical TEXT NOT NULL,           -- the name that reports show in its place; of a creator its hash
  citation TEXT,                     -- who says so, or where; null where not known
  PRIMARY KEY (kind, name, entry),
  CHECK (canonical <> name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER alias_is_never_updated BEFORE UPDATE ON alias BEGIN
  SELECT RAISE(ABORT, 'an alias is never changed: void its entry, and record it anew');
END;

CREATE TRIGGER alias_is_never_deleted BEFORE DELETE ON alias BEGIN
  SELECT RAISE(ABORT, 'an alias is never deleted: void its entry');
END;

CREATE TRIGGER alias_is_never_replaced BEFORE INSERT ON alias BEGIN
  SELECT RAISE(ABORT, 'an alias is recorded with ledger, which keeps its digest');
END;

ALTER TABLE entry ADD COLUMN aliases INTEGER NOT NULL DEFAULT 0 CHECK (aliases >= 0);

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
  aliases,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW aliases_history AS
-- A row is a statement that a name stands for another one, current or not.
SELECT
  alias.kind,  -- creator, brand or product
  CASE alias.kind WHEN 'creator'
    THEN ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = alias.name), alias.name)
    ELSE alias.name END AS name,  -- the name that stands for another one
  CASE alias.kind WHEN 'creator'
    THEN ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = alias.canonical), alias.canonical)
    ELSE alias.canonical END AS canonical,  -- the name that reports show in its place
  alias.citation,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = alias.entry) AS voided_by,  -- the entry that took it back
  alias.entry  -- the entry that recorded it
FROM alias
JOIN entry AS recorded ON recorded.number = alias.entry;

CREATE VIEW aliases AS
-- A row is a statement that a name stands for another one.
SELECT
  kind,  -- creator, brand or product
  name,  -- the name that stands for another one
  canonical,  -- the name that reports show in its place
  citation,  -- who says so
  entry  -- the entry that recorded it
FROM aliases_history AS alias
WHERE voided_by IS NULL;
