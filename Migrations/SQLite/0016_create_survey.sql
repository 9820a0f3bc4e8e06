CREATE TABLE survey (
  -- A row is a question that a number of people in a market were asked.
  key TEXT NOT NULL,                 -- its short name
  entry INTEGER NOT NULL REFERENCES entry (number),
  market TEXT NOT NULL REFERENCES market (code),
  kind TEXT NOT NULL,                -- what it is about, lower case: awareness, adoption, …
  question TEXT,                     -- what was asked, word by word
  date TEXT NOT NULL,                -- when: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022
  until TEXT,                        -- when the last were asked, where it took longer
  first_day TEXT NOT NULL,           -- the first day that anybody may have been asked, YYYY-MM-DD
  last_day TEXT NOT NULL,            -- the last day likewise
  sample_size INTEGER CHECK (sample_size >= 1),  -- how many answered; null where not known
  source TEXT NOT NULL,              -- who asked, or reports it
  url TEXT,                          -- where it can be read
  PRIMARY KEY (key, entry),          -- one current survey a key: a voided one may come again
  CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_by_market ON survey (market);

CREATE TABLE survey_answer (
  -- A row is one answer to a survey, and how many gave it.
  survey TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES entry (number),
  position INTEGER NOT NULL,         -- from 1 on, in the order in which they were given
  option TEXT NOT NULL,              -- what was answered
  count INTEGER CHECK (count >= 0),  -- how many people answered so
  share_micros INTEGER CHECK (share_micros BETWEEN 0 AND 100000000),  -- else, millionths of a percent
  PRIMARY KEY (survey, entry, position),
  FOREIGN KEY (survey, entry) REFERENCES survey (key, entry),
  CHECK ((count IS NULL) <> (share_micros IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER survey_is_never_updated BEFORE UPDATE ON survey BEGIN
  SELECT RAISE(ABORT, 'a survey is never changed: record a new fact that corrects it');
END;

CREATE TRIGGER survey_is_never_deleted BEFORE DELETE ON survey BEGIN
  SELECT RAISE(ABORT, 'a survey is never deleted: record a new fact that corrects it');
END;

CREATE TRIGGER survey_is_never_replaced BEFORE INSERT ON survey
WHEN EXISTS (
  SELECT 1 FROM survey
  WHERE key = NEW.key
    AND (entry = NEW.entry OR NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry))) BEGIN
  SELECT RAISE(ABORT, 'a survey is never replaced: its key is in use');
END;

CREATE TRIGGER survey_answer_is_never_updated BEFORE UPDATE ON survey_answer BEGIN
  SELECT RAISE(ABORT, 'an answer to a survey is never changed');
END;

CREATE TRIGGER survey_answer_is_never_deleted BEFORE DELETE ON survey_answer BEGIN
  SELECT RAISE(ABORT, 'an answer to a survey is never deleted');
END;

CREATE TRIGGER survey_answer_is_never_replaced BEFORE INSERT ON survey_answer
WHEN EXISTS (
  SELECT 1 FROM survey_answer
  WHERE survey = NEW.survey AND entry = NEW.entry AND position = NEW.position) BEGIN
  SELECT RAISE(ABORT, 'an answer to a survey is never replaced');
END;

CREATE VIEW survey_answers AS
SELECT
  survey.key AS survey, survey.market, survey.kind, survey.date, survey.until, survey.sample_size,
  survey_answer.position, survey_answer.option, survey_answer.count,
  (share_micros / 1000000)
    || CASE share_micros % 1000000 WHEN 0 THEN ''
       ELSE '.' || rtrim(printf('%06d', share_micros % 1000000), '0') END AS share_percent,
  survey.entry
FROM survey
JOIN survey_answer ON survey_answer.survey = survey.key AND survey_answer.entry = survey.entry
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry);

CREATE VIEW surveys AS
SELECT
  key AS survey, market, kind, question, date, until, first_day, last_day, sample_size,
  (SELECT group_concat(option || '=' || ifnull(count, share_percent || '%'), '; ')
     FROM (SELECT option, count, share_percent FROM survey_answers
           WHERE survey_answers.survey = survey.key AND survey_answers.entry = survey.entry
           ORDER BY position)) AS answers,
  survey.source, url,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  entry
FROM survey
JOIN entry ON entry.number = survey.entry
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry);
