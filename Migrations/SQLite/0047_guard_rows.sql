-- What only this program writes: nobody else adds sales or counts, or changes totals.
--
-- INSERT OR REPLACE deletes the row that it replaces without asking the triggers that guard against deletion.
-- The program's own connections have triggers off, so that a guard costs an import nothing.

CREATE TRIGGER sale_is_never_replaced BEFORE INSERT ON sale BEGIN
  SELECT RAISE(ABORT, 'a sale is recorded with ledger, which keeps its digest and the totals');
END;

CREATE TRIGGER audience_count_is_never_replaced BEFORE INSERT ON audience_count BEGIN
  SELECT RAISE(ABORT, 'an audience count is recorded with ledger, which keeps its digest and the totals');
END;

CREATE TRIGGER audience_total_is_never_replaced BEFORE INSERT ON audience_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER audience_total_is_never_updated BEFORE UPDATE ON audience_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER audience_total_is_never_deleted BEFORE DELETE ON audience_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_retention_is_never_replaced BEFORE INSERT ON event_retention BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_retention_is_never_updated BEFORE UPDATE ON event_retention BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_retention_is_never_deleted BEFORE DELETE ON event_retention BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_sale_total_is_never_replaced BEFORE INSERT ON event_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_sale_total_is_never_updated BEFORE UPDATE ON event_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_sale_total_is_never_deleted BEFORE DELETE ON event_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_sale_quarter_is_never_replaced BEFORE INSERT ON event_sale_quarter BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_sale_quarter_is_never_updated BEFORE UPDATE ON event_sale_quarter BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER event_sale_quarter_is_never_deleted BEFORE DELETE ON event_sale_quarter BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER market_sale_total_is_never_replaced BEFORE INSERT ON market_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER market_sale_total_is_never_updated BEFORE UPDATE ON market_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER market_sale_total_is_never_deleted BEFORE DELETE ON market_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER market_sale_day_is_never_replaced BEFORE INSERT ON market_sale_day BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER market_sale_day_is_never_updated BEFORE UPDATE ON market_sale_day BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER market_sale_day_is_never_deleted BEFORE DELETE ON market_sale_day BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER product_sale_total_is_never_replaced BEFORE INSERT ON product_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER product_sale_total_is_never_updated BEFORE UPDATE ON product_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER product_sale_total_is_never_deleted BEFORE DELETE ON product_sale_total BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;
