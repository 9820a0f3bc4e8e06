-- What the clocks of a market show: reference data, so that the views can say it in any program.

CREATE TABLE market_clock (
  -- A row is a setting of a market's clocks: from an instant on, until the next, they are so many
  -- seconds ahead of UTC. A market whose clocks differ among themselves has none. It is no fact: it
  -- follows from the tz database, and a later step adds what changes there.
  market TEXT NOT NULL REFERENCES market (code),
  set_at INTEGER NOT NULL,           -- the instant from which it holds, UTC milliseconds
  offset_seconds INTEGER,            -- ahead of UTC; negative: behind; null while not known
  PRIMARY KEY (market, set_at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER market_clock_is_never_updated BEFORE UPDATE ON market_clock BEGIN
  SELECT RAISE(ABORT, 'the clocks of a market are reference data: a newer program corrects them');
END;

CREATE TRIGGER market_clock_is_never_deleted BEFORE DELETE ON market_clock BEGIN
  SELECT RAISE(ABORT, 'the clocks of a market are reference data: a newer program corrects them');
END;

CREATE TRIGGER market_clock_is_never_replaced BEFORE INSERT ON market_clock
WHEN EXISTS (SELECT 1 FROM market_clock WHERE market = NEW.market AND set_at >= NEW.set_at) BEGIN
  SELECT RAISE(ABORT, 'how a market''s clocks were set is never replaced: add what comes after');
END;
