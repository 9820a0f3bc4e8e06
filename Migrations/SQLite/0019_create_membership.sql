CREATE TABLE membership (
  -- A row is a creator's time in a market's programme as it was known when its entry was recorded:
  -- joined, or joined and left. Of several with the same day of joining that are not voided, the
  -- one of the last entry stands; it only ever adds the end.
  market TEXT NOT NULL REFERENCES market (code),
  creator TEXT NOT NULL,             -- the name, as events credit it
  platform TEXT NOT NULL CHECK (platform = lower(platform)),  -- '' where it is that of no one alone
  joined_on INTEGER NOT NULL,        -- first day, in days since 1970-01-01
  entry INTEGER NOT NULL REFERENCES entry (number),
  left_on INTEGER CHECK (left_on >= joined_on),  -- first day after it; null while not known
  reason TEXT CHECK (reason IS NULL OR left_on IS NOT NULL),  -- as it was stated
  source TEXT,                       -- who says so; null where not known
  PRIMARY KEY (market, creator, platform, joined_on, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER membership_is_never_updated BEFORE UPDATE ON membership BEGIN
  SELECT RAISE(ABORT, 'a membership is never changed: record its end, or void the entry');
END;

CREATE TRIGGER membership_is_never_deleted BEFORE DELETE ON membership BEGIN
  SELECT RAISE(ABORT, 'a membership is never deleted: record its end, or void the entry');
END;

CREATE TRIGGER membership_is_never_replaced BEFORE INSERT ON membership
WHEN EXISTS (
  SELECT 1 FROM membership
  WHERE market = NEW.market AND creator = NEW.creator AND platform = NEW.platform
    AND joined_on = NEW.joined_on
    AND (entry = NEW.entry
      OR (left_on IS NOT NULL OR NEW.left_on IS NULL)
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry))) BEGIN
  SELECT RAISE(ABORT, 'a membership is never replaced: only its end is added');
END;

CREATE VIEW memberships AS
SELECT
  market, creator, nullif(platform, '') AS platform,
  date(joined_on * 86400, 'unixepoch') AS joined_on,
  date(left_on * 86400, 'unixepoch') AS left_on,
  reason, source, entry
FROM membership
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry)
  AND NOT EXISTS (
    SELECT 1 FROM membership AS later
    WHERE later.market = membership.market AND later.creator = membership.creator
      AND later.platform = membership.platform AND later.joined_on = membership.joined_on
      AND later.entry > membership.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));
