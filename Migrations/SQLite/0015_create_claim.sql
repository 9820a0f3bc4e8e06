CREATE TABLE claim (
  -- A row is what a source said, on a day, of how far live shopping is in a market.
  key TEXT NOT NULL,                 -- the short name by which another claim can dispute it
  entry INTEGER NOT NULL REFERENCES entry (number),
  market TEXT REFERENCES market (code),  -- null where the source names only a platform
  platform TEXT,                     -- lower case; null where the source names only a market
  stage TEXT CHECK (stage IN ('rumoured', 'planned', 'announced', 'piloting', 'live', 'paused', 'dropped', 'withdrawn')),
                                     -- null where the source only disputes another claim
  effective TEXT,                    -- when the stage begins: 2022-07-05, 2022-07, 2022-Q3, 2022-H1, 2022
  effective_first TEXT,              -- the first day that this may be, YYYY-MM-DD
  effective_last TEXT,               -- the last day that this may be
  reported TEXT NOT NULL,            -- when the source said it, written likewise
  reported_first TEXT NOT NULL,
  reported_last TEXT NOT NULL,
  source TEXT NOT NULL,              -- who said it
  url TEXT,                          -- where it can be read
  quote TEXT,                        -- in which words
  disputes TEXT,                     -- the key of the claim that it says is wrong
  PRIMARY KEY (key, entry),          -- one current claim a key: a voided one may come again
  CHECK (market IS NOT NULL OR platform IS NOT NULL),
  CHECK (stage IS NOT NULL OR disputes IS NOT NULL),
  CHECK ((effective IS NULL) = (effective_first IS NULL)),
  CHECK ((effective IS NULL) = (effective_last IS NULL)),
  CHECK (effective_first <= effective_last),
  CHECK (reported_first <= reported_last),
  CHECK (disputes <> key)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_by_market ON claim (market);

CREATE TRIGGER claim_is_never_updated BEFORE UPDATE ON claim BEGIN
  SELECT RAISE(ABORT, 'a claim is never changed: record another claim that disputes it');
END;

CREATE TRIGGER claim_is_never_deleted BEFORE DELETE ON claim BEGIN
  SELECT RAISE(ABORT, 'a claim is never deleted: record another claim that disputes it');
END;

CREATE TRIGGER claim_is_never_replaced BEFORE INSERT ON claim
WHEN EXISTS (
  SELECT 1 FROM claim
  WHERE key = NEW.key
    AND (entry = NEW.entry OR NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry))) BEGIN
  SELECT RAISE(ABORT, 'a claim is never replaced: its key is in use');
END;

CREATE VIEW claims AS
SELECT
  key AS claim, market, platform, stage, effective, effective_first, effective_last, reported,
  reported_first, reported_last, claim.source, url, quote, disputes,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  entry
FROM claim
JOIN entry ON entry.number = claim.entry
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry);
