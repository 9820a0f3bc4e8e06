-- The time zones that views show local times in: all of the tz database, and one for each market.
--
-- The program fills these tables itself, before the next step guards them.

CREATE TABLE zone (
  -- A row is a name of a time zone, or an offset from UTC, as a market's zone can be set to.
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),  -- such as Europe/London, or +05:45
  clock INTEGER NOT NULL             -- zones that have kept the same time since 2010 share a clock
) STRICT, WITHOUT ROWID;

CREATE TABLE zone_clock (
  -- A row is a setting of a clock: from an instant on, until the next, it is so many seconds ahead
  -- of UTC.
  clock INTEGER NOT NULL,            -- the clock
  set_at INTEGER NOT NULL,           -- the instant from which it holds, UTC milliseconds
  offset_seconds INTEGER,            -- ahead of UTC; negative: behind; null while not known
  PRIMARY KEY (clock, set_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE zone_release (
  -- The row says of which release of the tz database the zones and clocks are.
  id INTEGER PRIMARY KEY CHECK (id = 1),  -- always 1
  release TEXT NOT NULL              -- such as 2025b
) STRICT;

CREATE TABLE principal_zone (
  -- A row is a country whose clocks differ, with the zone in which most of its people live.
  market TEXT NOT NULL PRIMARY KEY,  -- the country
  zone TEXT NOT NULL,                -- name of the zone
  is_assumed INTEGER NOT NULL CHECK (is_assumed IN (0, 1))  -- 1 where more than one in ten live by other clocks
) STRICT, WITHOUT ROWID;

CREATE TABLE decimal_text (
  -- The row names the last entry that was recorded while amount, rate, share_percent and value
  -- were decimal text in the views. A book that never was so has no row.
  id INTEGER PRIMARY KEY CHECK (id = 1),  -- always 1
  last_entry INTEGER NOT NULL        -- number of that entry
) STRICT;

CREATE VIEW market_zone AS
-- A row is a country and the time zone of its days and local times.
SELECT
  market.code AS market,  -- the country
  coalesce(
    (SELECT value FROM setting WHERE setting.name = 'zone.' || market.code
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = setting.entry)
      ORDER BY setting.entry DESC LIMIT 1),
    market.time_zone, principal_zone.zone, 'UTC') AS zone,  -- name of the zone
  CASE
    WHEN (SELECT value FROM setting WHERE setting.name = 'zone.' || market.code
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = setting.entry)
        ORDER BY setting.entry DESC LIMIT 1) IS NOT NULL THEN 'set'
    WHEN market.time_zone IS NULL AND ifnull(principal_zone.is_assumed, 1) = 1 THEN 'assumed'
    ELSE 'principal' END AS basis,  -- set, principal or assumed
  (SELECT release FROM zone_release) AS tz_release,  -- of the tz database
  (SELECT zone.clock FROM zone WHERE zone.name = coalesce(
    (SELECT value FROM setting WHERE setting.name = 'zone.' || market.code
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = setting.entry)
      ORDER BY setting.entry DESC LIMIT 1),
    market.time_zone, principal_zone.zone, 'UTC')) AS clock  -- of the zone, in zone_clock
FROM market
LEFT JOIN principal_zone ON principal_zone.market = market.code;
