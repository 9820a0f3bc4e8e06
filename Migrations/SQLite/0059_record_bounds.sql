-- A sale may say that its units are not known, and a refund between which times it was made.

ALTER TABLE sale ADD COLUMN quantity_unknown INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale ADD COLUMN not_before INTEGER;
ALTER TABLE sale ADD COLUMN observed_at INTEGER;

CREATE INDEX sale_by_bounds ON sale (market) WHERE not_before IS NOT NULL;

ALTER TABLE event_sale_total ADD COLUMN sales_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_sale_total ADD COLUMN cancellations_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_sale_total ADD COLUMN refunds_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_sale_quarter ADD COLUMN sales_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_sale_quarter ADD COLUMN cancellations_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_sale_quarter ADD COLUMN refunds_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE market_sale_total ADD COLUMN sales_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE market_sale_total ADD COLUMN cancellations_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE market_sale_total ADD COLUMN refunds_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE market_sale_day ADD COLUMN sales_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE market_sale_day ADD COLUMN cancellations_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE market_sale_day ADD COLUMN refunds_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product_sale_total ADD COLUMN sales_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product_sale_total ADD COLUMN cancellations_without_units INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product_sale_total ADD COLUMN refunds_without_units INTEGER NOT NULL DEFAULT 0;
