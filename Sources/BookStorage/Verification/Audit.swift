import LedgerCore
import Rows

/// Checks the facts that are current against the rules.
///
/// ``AudienceCheck`` and ``SaleCheck`` find counts that fall and refunds above the sale, because
/// they read every count and sale anyway; this queries totals and events.
struct Audit {
  let session: any BookSession

  func run(_ result: inout Verification) throws(StorageError) {
    result.count(.audit, Int64(AuditRule.allCases.count))
    for (rule, sql) in Self.questions {
      try session.forEach(sql) { row throws(StorageError) in
        result.add(
          AuditFinding(
            rule: rule, subject: try row.text(0), entry: try row.optionalInteger(1),
            detail: try row.text(2)))
      }
    }
    try findOverlaps(&result)
    try findTwins(&result)
    try findQueriesOfText(&result)
  }

  /// All of its queries, for tests of their plans.
  static var statements: [String] {
    questions.map(\.1) + [
      showsOfCreators, showsByStart, creatorsOfShows, TwiceRecordedSales.select, keptQueries,
    ]
  }

  /// Each returns the subject, the entry and the detail of its findings.
  private static let questions: [(AuditRule, String)] = [
    (
      .salesFarFromEvent,
      """
      SELECT event.key, event.entry,
        printf(
          'units sold more than a day before it starts or 7 days after it ends, from %s on: %d',
          date(min(quarter) * 900, 'unixepoch'), sum(sold.units))
      FROM event_sale_quarter AS sold
      JOIN current_event AS event ON event.id = sold.event
      WHERE sold.units > 0
        AND ((quarter + 1) * 900000 <= starts_at - 86400000
          OR quarter * 900000 >= ifnull(ends_at, starts_at) + 604800000)
      GROUP BY event.id
      ORDER BY event.key
      """
    ),
    (
      .averageAbovePeak,
      """
      SELECT event.key, average.entry,
        printf('%s reports an average of %s viewers at once and a peak of %s', average.source,
        \(decimal("average.value_micros")), \(decimal("peak.value_micros")))
      FROM reported_total AS average
      JOIN reported_total AS peak USING (event, source, observed_at)
      JOIN event ON event.id = average.event
      WHERE average.measure = 'average_concurrent' AND peak.measure = 'peak_concurrent'
        AND average.value_micros > peak.value_micros
        AND \(isCurrent("average")) AND \(isCurrent("peak"))
      ORDER BY event.key, average.source, average.observed_at
      """
    ),
    (.uniqueAboveViews, latest("unique_viewers", above: "views")),
    (.clicksAboveImpressions, latest("product_clicks", above: "product_impressions")),
    (
      .endsBeforeStart,
      """
      SELECT key, entry, 'ends before it starts'
      FROM current_event
      WHERE ends_at <= starts_at
      ORDER BY key
      """
    ),
    (
      .noEnd,
      """
      SELECT key, entry, 'has no end'
      FROM current_event
      WHERE ends_at IS NULL
        AND starts_at < (SELECT max(recorded_at) FROM entry) - 86400000
      ORDER BY key
      """
    ),
    (
      .creditedTwice,
      """
      SELECT sale_source.name || '/' || order_number, max(credit.entry),
        iif(line = -1, 'all lines are', 'line ' || line || ' is') || ' credited to '
          || group_concat(event, ' and ')
      FROM (SELECT source, order_number, line, event, max(entry) AS entry FROM credit
        WHERE event <> '' AND \(isCurrent("credit"))
        GROUP BY source, order_number, line, event
        ORDER BY source, order_number, line, event) AS credit
      JOIN sale_source ON sale_source.id = credit.source
      GROUP BY credit.source, order_number, line
      HAVING count(DISTINCT event) > 1
      ORDER BY sale_source.name, order_number, line
      """
    ),
    (
      .foreignCurrency,
      """
      SELECT market.code || '/' || total.currency,
        (SELECT sale.entry FROM sale
         WHERE sale.market = market.code AND sale.currency = total.currency
           AND \(isCurrent("sale")) LIMIT 1),
        printf('movements in %s, where the currency is %s: %d', total.currency, market.currency,
          sum(lines))
      FROM market_sale_total AS total
      JOIN market ON market.code = total.market
      WHERE total.currency <> market.currency AND lines > 0
      GROUP BY market.code, total.currency
      """
    ),
    (
      .reportedDiffers,
      """
      SELECT event.key, reported.entry,
        printf('%s reports %s of %s %s; the order lines come to %s', reported.source, measure,
        \(decimal("value_micros")), reported.currency,
        \(decimal("gross_micros")))
      FROM reported_total AS reported
      JOIN event ON event.id = reported.event
      JOIN event_sale_total AS total
        ON total.event = reported.event AND total.currency = reported.currency AND lines > 0
      WHERE measure IN ('gmv_gross', 'gmv_placed')
        AND abs(1.0 * value_micros - gross_micros) * 100 > max(value_micros, gross_micros)
        AND \(isCurrent("reported"))
        AND NOT EXISTS (
          SELECT 1 FROM reported_total AS later
          WHERE later.event = reported.event AND later.measure = reported.measure
            AND later.source = reported.source AND later.observed_at > reported.observed_at
            AND \(isCurrent("later")))
      ORDER BY event.key, reported.source, measure
      """
    ),
  ]

  private static func latest(_ metric: String, above other: String) -> String {
    """
    SELECT event.key,
      (SELECT max(counted.entry) FROM audience_count AS counted
       WHERE counted.event = total.event AND counted.metric = total.metric
         AND counted.at = total.last_at AND \(isCurrent("counted"))),
      printf('%d \(metric) and %d \(other)', total.latest, other.latest)
    FROM event
    JOIN audience_total AS total ON total.event = event.id
      AND total.metric = (SELECT id FROM metric WHERE name = '\(metric)')
    JOIN audience_total AS other ON other.event = event.id
      AND other.metric = (SELECT id FROM metric WHERE name = '\(other)')
    WHERE total.latest > other.latest
    ORDER BY event.key
    """
  }

  private static let showsOfCreators = """
    SELECT creator, key, starts_at, ends_at, event.entry, stored
    FROM current_event_creator AS shown
    JOIN current_event AS event ON event.id = shown.event
    WHERE ends_at IS NOT NULL
    ORDER BY creator, starts_at, key
    """

  /// Goes through the events of each creator by start, and keeps the one that ends last.
  private func findOverlaps(_ result: inout Verification) throws(StorageError) {
    var last: (creator: String, key: String, end: Int64)?
    try session.forEach(Self.showsOfCreators) { row throws(StorageError) in
      let (creator, key) = (try row.text(0), try row.text(1))
      let (start, end) = (try row.integer(2), try row.integer(3))
      if let before = last, before.creator == creator {
        // An event may name somebody twice, in two roles.
        if start < before.end, before.key != key {
          let words = " appears in both at one time"
          result.add(
            AuditFinding(
              rule: .overlappingShows, subject: "\(before.key)/\(key)",
              entry: try row.integer(4), detail: creator + words,
              recorded: try row.text(5) + words))
        }
        if end <= before.end { return }
      }
      last = (creator, key, end)
    }
  }

  private static func isCurrent(_ table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = \(table).entry)"
  }

  /// Millionths as decimal text; the values here are not below zero.
  private static func decimal(_ micros: String) -> String {
    "rtrim(rtrim(printf('%d.%06d', \(micros) / 1000000, \(micros) % 1000000), '0'), '.')"
  }
}
