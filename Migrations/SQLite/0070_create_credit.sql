-- A credit says which show sold an order, which most exports of orders do not say.

CREATE TABLE credit (
  -- A row is a statement that a show sold an order, or one line of it.
  source INTEGER NOT NULL REFERENCES sale_source (id),
  order_number TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line >= -1),  -- -1 for all lines that no other credit names
  event TEXT NOT NULL,               -- key of the show, which may be recorded later, as may the order
  entry INTEGER NOT NULL REFERENCES entry (number),
  observed_at INTEGER,                   -- UTC milliseconds; null where not known
  citation TEXT,                     -- who says so, or where; null where not known
  PRIMARY KEY (source, order_number, line, event, entry)
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

CREATE VIEW credited_sale AS
-- A row is a movement that is not voided, with the show to which a credit credits it, else the one that it names. This view has the ids and units of the tables.
SELECT
  sale.source, sale.order_number, sale.line, sale.kind, sale.entry, sale.market,
  coalesce(sale.credited_event, sale.event) AS event,  -- the show that it counts for
  sale.event AS named_event,  -- the show that the sale itself names
  sale.credited_event AS credit,  -- the show that a credit names
  sale.quantity, sale.quantity_unknown, sale.amount_micros, sale.currency, sale.at, sale.product, sale.not_before, sale.observed_at
FROM (
  SELECT sale.*, (
    SELECT shown.id FROM credit JOIN event AS shown ON shown.key = credit.event
    WHERE credit.source = sale.source AND credit.order_number = sale.order_number
      AND (credit.line = sale.line OR credit.line = -1) AND shown.market = sale.market
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry)
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = shown.entry)
    ORDER BY credit.line DESC, credit.observed_at IS NULL, credit.observed_at DESC, credit.event
    LIMIT 1) AS credited_event
  FROM sale) AS sale
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry);
