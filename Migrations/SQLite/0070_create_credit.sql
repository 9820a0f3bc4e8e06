-- A credit says what sold an order: a show, a channel, a creator. Most exports of orders do not.

CREATE TABLE credit (
  -- A row is a statement of what sold an order, or one line of it.
  source INTEGER NOT NULL REFERENCES sale_source (id),
  order_number TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line >= -1),  -- -1 for all lines that no other credit names
  event TEXT NOT NULL,               -- key of the show, which may be recorded later, as may the order; empty where it names none
  channel TEXT NOT NULL CHECK (channel IN ('', 'live', 'video', 'product_card', 'shop_tab', 'ads', 'other')),
  entry INTEGER NOT NULL REFERENCES entry (number),
  creator TEXT,                      -- hash of the creator's name, of the table person_text; null where not known
  observed_at INTEGER,                   -- UTC milliseconds; null where not known
  citation TEXT,                     -- who says so, or where; null where not known
  PRIMARY KEY (source, order_number, line, event, channel, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX credit_by_event ON credit (event);

CREATE TRIGGER credit_is_never_updated BEFORE UPDATE ON credit BEGIN
  SELECT RAISE(ABORT, 'a credit is never changed: void its entry, and record another');
END;

CREATE TRIGGER credit_is_never_deleted BEFORE DELETE ON credit BEGIN
  SELECT RAISE(ABORT, 'a credit is never deleted: void its entry');
END;

CREATE TRIGGER credit_is_never_replaced BEFORE INSERT ON credit BEGIN
  SELECT RAISE(ABORT, 'a credit is recorded with ledger, which keeps its digest and the totals');
END;

CREATE TABLE event_credit_quarter (
  -- A row is the part of an event_sale_quarter that is of kind sale and credited by rows of credit.
  event INTEGER NOT NULL REFERENCES event (id),
  currency TEXT NOT NULL REFERENCES currency (code),
  quarter INTEGER NOT NULL,          -- quarter hours since 1970, UTC
  lines INTEGER NOT NULL,
  gross_micros INTEGER NOT NULL,
  gross_high INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (event, currency, quarter)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_credit_quarter_is_never_replaced BEFORE INSERT ON event_credit_quarter BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_credit_quarter_is_never_updated BEFORE UPDATE ON event_credit_quarter BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_credit_quarter_is_never_deleted BEFORE DELETE ON event_credit_quarter BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

ALTER TABLE entry ADD COLUMN credits INTEGER NOT NULL DEFAULT 0 CHECK (credits >= 0);

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
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments, settings, coverages, credits,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;
