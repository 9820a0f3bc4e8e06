CREATE TABLE acceptance (
  -- A row is a finding of `ledger verify` that somebody looked at and accepts. A finding whose
  -- figures change is another one.
  rule TEXT NOT NULL,                -- the rule that found it: refund-above-sale, no-end, …
  subject TEXT NOT NULL,             -- what it is about: an event's key, an order, …
  finding TEXT NOT NULL,             -- what was found, in words, with its figures
  entry INTEGER NOT NULL REFERENCES entry (number),
  reason TEXT NOT NULL,              -- why it is accepted
  PRIMARY KEY (rule, subject, finding, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER acceptance_is_never_updated BEFORE UPDATE ON acceptance BEGIN
  SELECT RAISE(ABORT, 'an acceptance is never changed: void its entry, and accept anew');
END;

CREATE TRIGGER acceptance_is_never_deleted BEFORE DELETE ON acceptance BEGIN
  SELECT RAISE(ABORT, 'an acceptance is never deleted: void its entry');
END;

CREATE TRIGGER acceptance_is_never_replaced BEFORE INSERT ON acceptance
WHEN EXISTS (
  SELECT 1 FROM acceptance
  WHERE rule = NEW.rule AND subject = NEW.subject AND finding = NEW.finding
    AND entry = NEW.entry) BEGIN
  SELECT RAISE(ABORT, 'an acceptance is never replaced: its entry has one already');
END;

ALTER TABLE entry ADD COLUMN acceptances INTEGER NOT NULL DEFAULT 0 CHECK (acceptances >= 0);

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  command, source, source_digest, note, events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates, questions, acceptances,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

CREATE VIEW acceptances AS
-- A row is a finding of `ledger verify` that is accepted.
SELECT
  rule,  -- the rule that found it
  subject,  -- what it is about
  finding,  -- what was found, in words
  reason,  -- why it is accepted
  entry  -- the entry that accepted it
FROM acceptance
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = acceptance.entry);
