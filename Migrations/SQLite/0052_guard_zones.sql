-- Zones are changed by `ledger upgrade` only.

CREATE TRIGGER zone_is_never_updated BEFORE UPDATE ON zone BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_is_never_deleted BEFORE DELETE ON zone BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_is_never_replaced BEFORE INSERT ON zone BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_clock_is_never_updated BEFORE UPDATE ON zone_clock BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_clock_is_never_deleted BEFORE DELETE ON zone_clock BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_clock_is_never_replaced BEFORE INSERT ON zone_clock BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_release_is_never_updated BEFORE UPDATE ON zone_release BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_release_is_never_deleted BEFORE DELETE ON zone_release BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER zone_release_is_never_replaced BEFORE INSERT ON zone_release BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER principal_zone_is_never_updated BEFORE UPDATE ON principal_zone BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER principal_zone_is_never_deleted BEFORE DELETE ON principal_zone BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER principal_zone_is_never_replaced BEFORE INSERT ON principal_zone BEGIN
  SELECT RAISE(ABORT, 'zones are reference data: `ledger upgrade` brings them up to date');
END;

CREATE TRIGGER decimal_text_is_never_updated BEFORE UPDATE ON decimal_text BEGIN
  SELECT RAISE(ABORT, 'when the views changed is not changed');
END;

CREATE TRIGGER decimal_text_is_never_deleted BEFORE DELETE ON decimal_text BEGIN
  SELECT RAISE(ABORT, 'when the views changed is not deleted');
END;

CREATE TRIGGER decimal_text_is_never_replaced BEFORE INSERT ON decimal_text BEGIN
  SELECT RAISE(ABORT, 'when the views changed is not replaced');
END;
