-- Who recorded an entry: null in older entries, which no one signed.

ALTER TABLE entry ADD COLUMN author TEXT;

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
  claims, memberships, targets, surveys, rates, questions, acceptances, amendments, settings,
  import, (SELECT entry FROM void WHERE voided = number) AS voided_by
FROM entry;

DROP VIEW settings_history;

CREATE VIEW settings_history AS
-- A row is a version of a setting of the book, current or not.
SELECT
  setting.name,  -- name of the setting
  setting.value,  -- its value; null where the setting was taken back
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was set
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = setting.entry) AS voided_by,  -- the entry that voided it
  setting.entry  -- the entry that set it
FROM setting
JOIN entry AS recorded ON recorded.number = setting.entry;

DROP VIEW questions_history;

CREATE VIEW questions_history AS
-- A row is a version of a saved question, current or not.
SELECT
  question.name,  -- what `ledger sql --run` calls it
  question.statement,  -- in SQL; null where the name was retired
  question.description,  -- what it asks, in words
  (SELECT group_concat(':' || parameter.name || ifnull('=' || parameter.value, ''), ', ')
    FROM (SELECT name, value FROM question_parameter
      WHERE question = question.name AND entry = question.entry ORDER BY position) AS parameter)
    AS parameters,  -- its parameters, with their default values
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was saved
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = question.entry) AS voided_by,  -- the entry that took it back
  question.entry  -- the entry that saved it
FROM question
JOIN entry AS recorded ON recorded.number = question.entry;

DROP VIEW claims_history;

CREATE VIEW claims_history AS
-- A row is what a source said of live shopping in a market, current or not.
SELECT
  claim.key AS claim,  -- its short name
  claim.market,  -- the country
  claim.platform,  -- where it is shown
  claim.stage,  -- how far it is said to be
  claim.effective,  -- when the stage begins
  claim.reported,  -- when the source said it
  claim.source,  -- who said it
  claim.url,  -- where it can be read
  claim.disputes,  -- the claim that it says is wrong
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = claim.entry) AS voided_by,  -- the entry that took it back
  claim.entry  -- the entry that recorded it
FROM claim
JOIN entry AS recorded ON recorded.number = claim.entry;

DROP VIEW surveys_history;

CREATE VIEW surveys_history AS
-- A row is a question that a number of people were asked, current or not.
SELECT
  survey.key AS survey,  -- its short name
  survey.market,  -- the country
  survey.kind,  -- what it is about
  survey.question,  -- what was asked
  survey.date,  -- when
  survey.sample_size,  -- how many answered
  survey.source,  -- who asked, or reports it
  strftime('%Y-%m-%dT%H:%M:%S', (recorded.recorded_at - (recorded.recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded.recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded.recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,  -- when it was recorded
  ifnull((SELECT ifnull(text, 'forgotten ' || substr(hash, 1, 8)) FROM person_text WHERE hash = recorded.author), recorded.author) AS author,  -- who recorded it
  (SELECT void.entry FROM void WHERE voided = survey.entry) AS voided_by,  -- the entry that took it back
  survey.entry  -- the entry that recorded it
FROM survey
JOIN entry AS recorded ON recorded.number = survey.entry;
