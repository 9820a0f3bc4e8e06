CREATE TABLE metric (
  -- A row is something that an audience count can count.
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  -- gauge: a level at an instant, never summed; running total: a count since the start of the
  -- show, latest, and summed over shows; distinct people: latest, never summed over shows.
  kind TEXT NOT NULL CHECK (kind IN ('gauge', 'running total', 'distinct people')),
  meaning TEXT NOT NULL
) STRICT;

INSERT INTO metric (id, name, kind, meaning) VALUES
  (1, 'concurrent', 'gauge', 'people watching at the instant'),
  (2, 'views', 'running total', 'entries to the room since the start; one person may enter often'),
  (3, 'unique_viewers', 'distinct people', 'different people who watched since the start'),
  (4, 'likes', 'running total', 'likes since the start'),
  (5, 'comments', 'running total', 'comments since the start'),
  (6, 'shares', 'running total', 'shares since the start'),
  (7, 'new_followers', 'running total', 'followers won since the start'),
  (8, 'product_impressions', 'running total', 'times that a product was shown to a viewer'),
  (9, 'product_clicks', 'running total', 'clicks on products since the start'),
  (10, 'add_to_cart', 'running total', 'products put into a cart since the start'),
  (11, 'checkouts', 'running total', 'checkouts begun since the start');

CREATE TRIGGER metric_is_never_updated BEFORE UPDATE ON metric BEGIN
  SELECT RAISE(ABORT, 'a metric is never changed: counts rely on what it means');
END;

CREATE TRIGGER metric_is_never_deleted BEFORE DELETE ON metric BEGIN
  SELECT RAISE(ABORT, 'a metric is never deleted: counts rely on what it means');
END;

CREATE TRIGGER metric_is_never_replaced BEFORE INSERT ON metric
WHEN EXISTS (SELECT 1 FROM metric WHERE id = NEW.id OR name = NEW.name) BEGIN
  SELECT RAISE(ABORT, 'a metric is never replaced: counts rely on what it means');
END;

CREATE TABLE audience_count (
  -- A row is a number of people or actions, of a named kind, at an instant of an event.
  event INTEGER NOT NULL REFERENCES event (id),
  metric INTEGER NOT NULL REFERENCES metric (id),
  at INTEGER NOT NULL,               -- UTC milliseconds
  entry INTEGER NOT NULL REFERENCES entry (number),
  count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 10000000000),
  PRIMARY KEY (event, metric, at, entry)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audience_count_is_never_updated BEFORE UPDATE ON audience_count BEGIN
  SELECT RAISE(ABORT, 'an audience count is never changed: record a new fact that corrects it');
END;

CREATE TRIGGER audience_count_is_never_deleted BEFORE DELETE ON audience_count BEGIN
  SELECT RAISE(ABORT, 'an audience count is never deleted: record a new fact that corrects it');
END;

CREATE TABLE audience_total (
  -- A row is what the counts of one metric of one event add up to. It is not a fact: it follows
  -- from audience_count, and is kept up to date in the transaction that records the counts.
  event INTEGER NOT NULL REFERENCES event (id),
  metric INTEGER NOT NULL REFERENCES metric (id),
  counts INTEGER NOT NULL,           -- how many counts
  first_at INTEGER NOT NULL,         -- UTC milliseconds of the first
  last_at INTEGER NOT NULL,          -- UTC milliseconds of the last
  latest INTEGER NOT NULL,           -- the count at last_at
  peak INTEGER NOT NULL,             -- the largest count
  peak_at INTEGER NOT NULL,          -- UTC milliseconds, the first time that it was reached
  twice_area INTEGER NOT NULL,       -- twice the area under the curve (trapezoids), count × ms
  PRIMARY KEY (event, metric)
) STRICT, WITHOUT ROWID;
