-- An average of people watching leaves out the time between counts that are too far apart.
--
-- Totals are no facts: they are computed from the counts that are not voided.

ALTER TABLE audience_total ADD COLUMN unobserved INTEGER;             -- ms in curve_gap; null if not computed
ALTER TABLE audience_total ADD COLUMN unobserved_twice_area INTEGER;  -- twice the area in curve_gap; null if not computed

CREATE TABLE curve_step (
  -- A row is how many steps from count to count of a curve are of one class of length. The classes
  -- end a tenth after 1, 2 and 5 times a power of ten minutes, the first one after half a minute.
  event INTEGER NOT NULL REFERENCES event (id),
  metric INTEGER NOT NULL REFERENCES metric (id),
  longest INTEGER NOT NULL,          -- upper edge of the class, milliseconds
  steps INTEGER NOT NULL,            -- how many
  PRIMARY KEY (event, metric, longest)
) STRICT, WITHOUT ROWID;

CREATE TABLE curve_gap (
  -- A row is a step of a curve that is longer than three times the usual one, and than two minutes:
  -- what was in between was not observed.
  event INTEGER NOT NULL REFERENCES event (id),
  metric INTEGER NOT NULL REFERENCES metric (id),
  from_at INTEGER NOT NULL,          -- UTC milliseconds of the count before it
  to_at INTEGER NOT NULL,            -- UTC milliseconds of the count after it
  twice_area INTEGER NOT NULL,       -- twice the area under the line between both, count × ms
  PRIMARY KEY (event, metric, from_at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER curve_step_is_never_replaced BEFORE INSERT ON curve_step BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER curve_step_is_never_updated BEFORE UPDATE ON curve_step BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER curve_step_is_never_deleted BEFORE DELETE ON curve_step BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER curve_gap_is_never_replaced BEFORE INSERT ON curve_gap BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER curve_gap_is_never_updated BEFORE UPDATE ON curve_gap BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

CREATE TRIGGER curve_gap_is_never_deleted BEFORE DELETE ON curve_gap BEGIN
  SELECT RAISE(ABORT, 'totals follow from facts, and only ledger keeps them');
END;

DROP VIEW event_summary;

CREATE VIEW event_summary AS
-- A row is a live show and what it sold in one currency, or that it sold nothing.
SELECT
  event.key AS event,  -- the short name that the user gave it
  event.market,  -- the country in which it sold
  event.platform,  -- where it was shown
  event.title,  -- what it was called
  strftime('%Y-%m-%dT%H:%M:%S', (event.starts_at - (event.starts_at % 1000 + 1000) % 1000) / 1000, 'unixepoch')
    || CASE event.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.starts_at % 1000 + 1000) % 1000) END || 'Z' AS starts_at,  -- when it began
  (SELECT strftime('%Y-%m-%dT%H:%M:%S', (event.starts_at - (event.starts_at % 1000 + 1000) % 1000) / 1000 + offset_seconds, 'unixepoch')
      || CASE event.starts_at % 1000 WHEN 0 THEN '' ELSE printf('.%03d', (event.starts_at % 1000 + 1000) % 1000) END
      || printf('%s%02d:%02d', iif(offset_seconds < 0, '-', '+'), abs(offset_seconds) / 3600, abs(offset_seconds) / 60 % 60)
    FROM zone_clock WHERE zone_clock.clock = (
      SELECT market_zone.clock FROM market_zone WHERE market_zone.market = event.market)
      AND set_at <= event.starts_at
    ORDER BY set_at DESC LIMIT 1) AS starts_at_local,  -- when it began, by the clocks of the market
  (event.ends_at - event.starts_at) / 60000.0 AS minutes,  -- how long it was
  audience.peak AS peak_viewers,  -- the most who watched at one instant
  (audience.twice_area - iif(audience.counts < 3, 0, audience.unobserved_twice_area)) / 2.0
    / nullif(audience.last_at - audience.first_at - iif(audience.counts < 3, 0, audience.unobserved), 0) AS average_viewers,  -- over the time that was observed
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 2) AS views,  -- entries to the room; one person may enter often
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 3) AS unique_viewers,  -- different people; never add them up over shows
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 4) AS likes,  -- likes by the last count
  (SELECT latest FROM audience_total WHERE event = event.id AND metric = 7) AS new_followers,  -- followers won by the last count
  sold.currency,  -- of the money in this row
  sold.orders,  -- orders with a line of kind sale
  iif(sold.sales_without_units > 0, NULL, sold.units) AS units,  -- units of kind sale; null if some are not known
  sold.gross_micros / 1e6 + sold.gross_high * 1e12 AS gross,  -- what was sold, before anything came back
  -(sold.cancelled_micros / 1e6 + sold.cancelled_high * 1e12) AS cancelled,  -- taken back before delivery
  -(sold.refunded_micros / 1e6 + sold.refunded_high * 1e12) AS refunded,  -- paid back after delivery
  sold.adjusted_micros / 1e6 + sold.adjusted_high * 1e12 AS adjusted,  -- corrections, of either sign
  sold.net_micros / 1e6 + sold.net_high * 1e12 AS net,  -- gross, less what was cancelled and refunded, and adjusted
  iif(sold.gross_units < 0, '-', '') || iif(sold.gross_units < 0 AND sold.gross_rest > 0, -1 - sold.gross_units, abs(sold.gross_units))
    || CASE WHEN currency.digits = 0 AND sold.gross_rest = 0 THEN ''
       ELSE '.' || substr(printf('%06d', iif(sold.gross_units < 0 AND sold.gross_rest > 0, 1000000 - sold.gross_rest, sold.gross_rest)), 1,
         max(currency.digits, length(rtrim(printf('%06d', iif(sold.gross_units < 0 AND sold.gross_rest > 0, 1000000 - sold.gross_rest, sold.gross_rest)), '0')))) END AS gross_text,  -- gross, exactly
  iif(sold.net_units < 0, '-', '') || iif(sold.net_units < 0 AND sold.net_rest > 0, -1 - sold.net_units, abs(sold.net_units))
    || CASE WHEN currency.digits = 0 AND sold.net_rest = 0 THEN ''
       ELSE '.' || substr(printf('%06d', iif(sold.net_units < 0 AND sold.net_rest > 0, 1000000 - sold.net_rest, sold.net_rest)), 1,
         max(currency.digits, length(rtrim(printf('%06d', iif(sold.net_units < 0 AND sold.net_rest > 0, 1000000 - sold.net_rest, sold.net_rest)), '0')))) END AS net_text  -- net, exactly
FROM current_event AS event
LEFT JOIN (
  -- Whole units, which are below the amount, and the millionths above them.
  SELECT *, all_units + all_rest / 1000000 AS net_units, all_rest % 1000000 AS net_rest
  FROM (
    SELECT *, gross_micros + cancelled_micros + refunded_micros + adjusted_micros AS net_micros,
      gross_high + cancelled_high + refunded_high + adjusted_high AS net_high,
      gross_high * 1000000000000 + gross_micros / 1000000 - (gross_micros % 1000000 < 0) AS gross_units,
      (gross_micros % 1000000 + 1000000) % 1000000 AS gross_rest,
      gross_high * 1000000000000 + gross_micros / 1000000 - (gross_micros % 1000000 < 0)
        + cancelled_high * 1000000000000 + cancelled_micros / 1000000 - (cancelled_micros % 1000000 < 0)
        + refunded_high * 1000000000000 + refunded_micros / 1000000 - (refunded_micros % 1000000 < 0)
        + adjusted_high * 1000000000000 + adjusted_micros / 1000000 - (adjusted_micros % 1000000 < 0) AS all_units,
      (gross_micros % 1000000 + 1000000) % 1000000
        + (cancelled_micros % 1000000 + 1000000) % 1000000
        + (refunded_micros % 1000000 + 1000000) % 1000000
        + (adjusted_micros % 1000000 + 1000000) % 1000000 AS all_rest
    FROM current_event_sale)) AS sold ON sold.event = event.id
LEFT JOIN currency ON currency.code = sold.currency
LEFT JOIN audience_total AS audience ON audience.event = event.id AND audience.metric = 1;
