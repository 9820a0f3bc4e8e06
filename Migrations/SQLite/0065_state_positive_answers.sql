-- Which answer to a survey counts as a yes: null in older rows, where the answer yes does.

ALTER TABLE survey ADD COLUMN positive TEXT;

DROP VIEW surveys;

CREATE VIEW surveys AS
SELECT
  key AS survey, market, kind, question, date, until, first_day, last_day, sample_size,
  (SELECT group_concat(option || '=' || ifnull(count, share_percent_text || '%'), '; ')
     FROM (SELECT option, count, share_percent_text FROM survey_answers
           WHERE survey_answers.survey = survey.key AND survey_answers.entry = survey.entry
           ORDER BY position)) AS answers,
  ifnull(positive,
    (SELECT min(option) FROM survey_answer
     WHERE survey_answer.survey = survey.key AND survey_answer.entry = survey.entry
       AND lower(option) = 'yes' HAVING count(*) = 1)) AS positive,
  survey.source, url,
  strftime('%Y-%m-%dT%H:%M:%S', (recorded_at - (recorded_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE recorded_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (recorded_at % 1000 + 1000) % 1000) END || 'Z' AS recorded_at,
  entry
FROM survey
JOIN entry ON entry.number = survey.entry
WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry);
