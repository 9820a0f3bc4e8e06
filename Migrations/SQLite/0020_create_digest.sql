CREATE TABLE digest (
  -- A row is the digest of an entry: of the digest before it, and of all that the entry recorded.
  -- docs/digest.md says how it is made. An older book gets its digests with this step.
  number INTEGER PRIMARY KEY REFERENCES entry (number),
  digest TEXT NOT NULL CHECK (length(digest) = 64),  -- SHA-256, hexadecimal in lower case
  -- To tell what is wrong where the digest is: each table in which the entry has rows, how many,
  -- and the first 8 digits of their digest.
  parts TEXT NOT NULL
) STRICT;

CREATE TRIGGER digest_is_never_updated BEFORE UPDATE ON digest BEGIN
  SELECT RAISE(ABORT, 'a digest is never changed: it says what its entry was');
END;

CREATE TRIGGER digest_is_never_deleted BEFORE DELETE ON digest BEGIN
  SELECT RAISE(ABORT, 'a digest is never deleted: it says what its entry was');
END;

CREATE TRIGGER digest_is_never_replaced BEFORE INSERT ON digest
WHEN NEW.number <= (SELECT max(number) FROM digest) BEGIN
  SELECT RAISE(ABORT, 'a digest is only ever added after the last one');
END;

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  command, source, source_digest, note, events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;
