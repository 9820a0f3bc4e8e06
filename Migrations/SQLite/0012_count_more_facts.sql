-- How many of each further type of fact an entry recorded.
ALTER TABLE entry ADD COLUMN claims INTEGER NOT NULL DEFAULT 0 CHECK (claims >= 0);
ALTER TABLE entry ADD COLUMN memberships INTEGER NOT NULL DEFAULT 0 CHECK (memberships >= 0);
ALTER TABLE entry ADD COLUMN targets INTEGER NOT NULL DEFAULT 0 CHECK (targets >= 0);
ALTER TABLE entry ADD COLUMN surveys INTEGER NOT NULL DEFAULT 0 CHECK (surveys >= 0);
ALTER TABLE entry ADD COLUMN rates INTEGER NOT NULL DEFAULT 0 CHECK (rates >= 0);

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  command, source, source_digest, note, events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;
