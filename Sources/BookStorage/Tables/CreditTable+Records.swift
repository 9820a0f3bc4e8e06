import LedgerCore
import Rows

/// What credits come to.
extension CreditTable {
  /// With what each comes to, the raw value of a ``CreditState``.
  static let selectList = """
    WITH stated AS (
      SELECT sale_source.name AS source, credit.order_number, nullif(credit.line, -1) AS line,
        credit.event, credit.seen_at, credit.citation, credit.entry,
        (SELECT CASE
            WHEN count(*) = 0 THEN 'no_sale'
            WHEN shown.id IS NULL THEN 'no_show'
            WHEN max(sale.market = shown.market) = 0 THEN 'other_market'
            WHEN max(\(credited("sale", asOf: "?1")) = shown.id) = 1 THEN 'credited'
            ELSE 'overruled'
          END
          FROM sale
          WHERE sale.source = credit.source AND sale.order_number = credit.order_number
            AND (credit.line = sale.line OR credit.line = -1) AND sale.entry <= ?1
            AND NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry AND void.entry <= ?1)
        ) AS state
      FROM credit
      JOIN sale_source ON sale_source.id = credit.source
      LEFT JOIN event AS shown ON shown.key = credit.event AND shown.entry <= ?1
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = shown.entry AND void.entry <= ?1)
      WHERE credit.entry <= ?1
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry AND void.entry <= ?1)
        AND (?2 IS NULL OR credit.event = ?2) AND (?3 IS NULL OR credit.order_number = ?3))
    SELECT source, order_number, line, event, seen_at, citation, entry, state
    FROM stated
    WHERE ?4 IS NULL OR state = ?4
    ORDER BY source, order_number, ifnull(line, -1), event
    LIMIT ?5
    """

  /// The credits that were current as of an entry, by source, order, line and event.
  func credits(
    _ filter: CreditFilter, limit: Int?, asOf entry: Int64
  ) throws(StorageError) -> [CreditRecord] {
    try session.rows(
      Self.selectList, .integer(entry), .optional(filter.event?.description),
      .optional(filter.order), .optional(filter.state?.rawValue), .integer(Int64(limit ?? -1))
    ) { row throws(StorageError) in try CreditRecord(row: row) }
  }
}

extension CreditRecord {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let (source, order, line) = (try row.text(0), try row.text(1), try row.optionalInteger(2))
    let (event, seenAt) = (try row.eventKey(3), try row.optionalInstant(4))
    let (citation, entry) = (try row.optionalText(5), try row.integer(6))
    guard let state = CreditState(rawValue: try row.text(7)) else {
      throw .damaged("what a credit comes to is none")
    }
    do {
      let credit = try Credit(
        source: source, order: order, line: line, event: event, seenAt: seenAt, citation: citation)
      self.init(credit: credit, state: state, entry: entry)
    } catch {
      throw .damaged("a credit is none: \(error)")
    }
  }
}
