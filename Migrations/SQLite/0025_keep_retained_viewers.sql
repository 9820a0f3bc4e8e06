-- A report of many shows looked up six counts of each. Totals are no facts: they are made anew from
-- the counts that are not voided.
CREATE TABLE event_retention (
  -- A row is how many were watching at a quarter, half and three quarters of an event's length;
  -- none where its end is not known or its counts do not reach that far. It is not a fact: it
  -- follows from audience_count, and is kept up to date in the transaction that records the counts.
  event INTEGER PRIMARY KEY REFERENCES event (id),
  quarter_micros INTEGER NOT NULL,        -- millionths of concurrent viewers at 25 % of the length
  half_micros INTEGER NOT NULL,           -- millionths of concurrent viewers at 50 % of the length
  three_quarters_micros INTEGER NOT NULL  -- millionths of concurrent viewers at 75 % of the length
) STRICT;
