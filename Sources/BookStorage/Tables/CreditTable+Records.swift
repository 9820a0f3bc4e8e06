import LedgerCore
import Rows

/// What credits come to.
extension CreditTable {
  /// With what each comes to, the raw value of a ``CreditState``.
  private static let stated = """
    WITH stated AS (
      SELECT sale_source.name AS source, credit.order_number, nullif(credit.line, -1) AS line,
        credit.event, credit.channel, \(PersonTextTable.shown("credit.creator")) AS creator,
        credit.observed_at, credit.citation, credit.entry,
        (SELECT CASE
            WHEN count(*) = 0 THEN 'no_sale'
            WHEN credit.event = '' THEN 'named'
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
        AND (?2 IS NULL OR credit.event = ?2) AND (?3 IS NULL OR credit.order_number = ?3)
        AND credit.entry BETWEEN ?4 AND ?5)
    """
  static let selectList = """
    \(stated)
    SELECT source, order_number, line, event, channel, creator, observed_at, citation, entry,
      state
    FROM stated
    WHERE ?6 IS NULL OR state = ?6
    ORDER BY source, order_number, ifnull(line, -1), event, channel, entry
    LIMIT ?7
    """
  static let selectCounts = """
    \(stated)
    SELECT state, count(*)
    FROM stated
    WHERE ?6 IS NULL OR state = ?6
    GROUP BY state
    """

  /// The credits that were current as of an entry, by source, order, line and event.
  func credits(
    _ filter: CreditFilter, limit: Int?, asOf entry: Int64
  ) throws(StorageError) -> [CreditRecord] {
    var records: [CreditRecord] = []
    try session.query(
      Self.selectList, filter.values(asOf: entry) + [.integer(Int64(limit ?? -1))]
    ) { row throws(StorageError) in
      records.append(try CreditRecord(row: row))
      return true
    }
    return records
  }

  /// How many credits were current as of an entry, by what they came to.
  func counts(
    _ filter: CreditFilter, asOf entry: Int64
  ) throws(StorageError) -> [CreditState: Int] {
    var counts: [CreditState: Int] = [:]
    try session.query(Self.selectCounts, filter.values(asOf: entry)) { row throws(StorageError) in
      if let state = CreditState(rawValue: try row.text(0)) {
        counts[state] = Int(try row.integer(1))
      }
      return true
    }
    return counts
  }
}

extension CreditFilter {
  /// The first parameters of the statements.
  fileprivate func values(asOf entry: Int64) -> [Value] {
    [
      .integer(entry), .optional(event?.description), .optional(order),
      .integer(entries?.lowerBound ?? .min), .integer(entries?.upperBound ?? .max),
      .optional(state?.rawValue),
    ]
  }
}

extension CreditRecord {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let (source, order, line) = (try row.text(0), try row.text(1), try row.optionalInteger(2))
    let event = try row.text(3).isEmpty ? nil : try row.eventKey(3)
    let (channel, creator) = (try row.text(4), try row.optionalText(5))
    let (observedAt, citation) = (try row.optionalInstant(6), try row.optionalText(7))
    let entry = try row.integer(8)
    guard let state = CreditState(rawValue: try row.text(9)) else {
      throw .damaged("what a credit comes to is none")
    }
    do {
      let credit = try Credit(
        source: source, order: order, line: line, event: event,
        channel: channel.isEmpty ? nil : try Channel(name: channel), creator: creator,
        observedAt: observedAt, citation: citation)
      self.init(credit: credit, state: state, entry: entry)
    } catch {
      throw .damaged("a credit is none: \(error)")
    }
  }
}
