-- Which kept queries are older than the numbers of the views.

CREATE TABLE decimal_text (
  -- The row names the last entry that was recorded while amount, rate, share_percent and value
  -- were decimal text in the views. A book that never was so has no row.
  id INTEGER PRIMARY KEY CHECK (id = 1),  -- always 1
  last_entry INTEGER NOT NULL        -- number of that entry
) STRICT;

CREATE TRIGGER decimal_text_is_never_updated BEFORE UPDATE ON decimal_text BEGIN
  SELECT RAISE(ABORT, 'when the views changed is not changed');
END;

CREATE TRIGGER decimal_text_is_never_deleted BEFORE DELETE ON decimal_text BEGIN
  SELECT RAISE(ABORT, 'when the views changed is not deleted');
END;

CREATE TRIGGER decimal_text_is_never_replaced BEFORE INSERT ON decimal_text BEGIN
  SELECT RAISE(ABORT, 'when the views changed is not replaced');
END;
