-- Views show the words that facts hold the hash of, or that they were forgotten.

DROP VIEW entries;

CREATE VIEW entries AS
SELECT
  number,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  (SELECT digest.digest FROM digest WHERE digest.number = entry.number) AS digest,
  command, source, source_digest,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = note), note) AS note,
  events, audience_counts, sales, reported_totals,
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

DROP VIEW current_event_creator;

CREATE VIEW current_event_creator AS
-- A row is somebody who appears in a live show as it stands now.
SELECT event.id AS event, position,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = creator), creator) AS creator,
  role, creator AS stored
FROM current_event AS event
JOIN event_creator ON event_creator.event = event.id
WHERE amended_by IS NULL
UNION ALL
SELECT event.id, position,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = creator), creator),
  role, creator
FROM current_event AS event
JOIN event_amendment_creator AS amended ON amended.event = event.id AND amended.entry = amended_by;

DROP VIEW events;

CREATE VIEW events AS
SELECT
  key AS event, market, platform, title,
  strftime('%Y-%m-%dT%H:%M:%S', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (starts_at - (starts_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (starts_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= starts_at
    ORDER BY set_at DESC LIMIT 1) AS starts_at_local,
  strftime('%Y-%m-%dT%H:%M:%S', (ends_at - (ends_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (ends_at % 1000 + 1000) % 1000) END || 'Z' AS ends_at,
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (ends_at - (ends_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE ends_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (ends_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM market_clock WHERE market_clock.market = event.market AND set_at <= ends_at
    ORDER BY set_at DESC LIMIT 1) AS ends_at_local,
  (SELECT group_concat(brand, '; ') FROM (
     SELECT brand, position FROM event_brand WHERE event = event.id AND amended_by IS NULL
     UNION ALL
     SELECT brand, position FROM event_amendment_brand AS amended
     WHERE amended.event = event.id AND amended.entry = amended_by
     ORDER BY position)) AS brands,
  (SELECT group_concat(
       ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = creator), creator)
         || iif(role = 'creator', '', ' (' || role || ')'), '; ')
   FROM (
     SELECT creator, role, position FROM event_creator
     WHERE event = event.id AND amended_by IS NULL
     UNION ALL
     SELECT creator, role, position FROM event_amendment_creator AS amended
     WHERE amended.event = event.id AND amended.entry = amended_by
     ORDER BY position)) AS creators,
  entry, amended_by
FROM current_event AS event;

DROP VIEW memberships;

CREATE VIEW memberships AS
SELECT
  market,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = creator), creator) AS creator,
  nullif(platform, '') AS platform,
  date(joined_on * 86400, 'unixepoch') AS joined_on,
  date(left_on * 86400, 'unixepoch') AS left_on,
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = reason), reason) AS reason,
  source, entry
FROM membership
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry)
  AND NOT EXISTS (
    SELECT 1 FROM membership AS later
    WHERE later.market = membership.market AND later.creator = membership.creator
      AND later.platform = membership.platform AND later.joined_on = membership.joined_on
      AND later.entry > membership.entry
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = later.entry));

DROP VIEW memberships_history;

CREATE VIEW memberships_history AS
-- A row is a creator's time in a market's programme as it was known, current or not.
SELECT
  membership.market,  -- the country
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = membership.creator), membership.creator) AS creator,  -- the name, as shows credit it
  nullif(membership.platform, '') AS platform,  -- null where it is that of no one alone
  date(membership.joined_on * 86400, 'unixepoch') AS joined_on,  -- the first day
  date(membership.left_on * 86400, 'unixepoch') AS left_on,  -- the first day after it
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = membership.reason), membership.reason) AS reason,  -- why it ended, as it was stated
  membership.source,  -- who says so
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  (SELECT void.entry FROM void WHERE voided = membership.entry) AS voided_by,  -- the entry that took it back
  membership.entry  -- the entry that recorded it
FROM membership
JOIN entry AS recorded ON recorded.number = membership.entry;

DROP VIEW acceptances;

CREATE VIEW acceptances AS
-- A row is a finding of `ledger verify` that is accepted.
SELECT
  rule,  -- the rule that found it
  subject,  -- what it is about
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = substr(finding, 1, 64))
    || substr(finding, 65), finding) AS finding,  -- what was found, in words
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = acceptance.reason), acceptance.reason) AS reason,  -- why it is accepted
  entry  -- the entry that accepted it
FROM acceptance
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = acceptance.entry);
