import LedgerCore
import Rows

/// The `survey` table: what people in a market were asked.
struct SurveyTable: Table {
  static let name = "survey"
  static let columns: [Column] = [
    .text("key", "key of the survey"), .entry, .text("market"),
    .text("kind", "subject, in lower case: awareness, adoption, …"),
    .text("question", "wording of the question; null if not known", nullable: true),
    .text("date", "date or period of the survey: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022"),
    .text(
      "until", "last date or period of the survey, if it took longer than date; else null",
      nullable: true),
    .text("first_day", "first day on which anyone may have been asked"),
    .text("last_day", "last day on which anyone may have been asked"),
    .integer("sample_size", "number of people who answered; null if not known", nullable: true),
    .text("source", "who conducted the survey or reports it"),
    .text("url", "link to the publication; null if not known", nullable: true),
    .text(
      "positive", "the answer that counts as a yes, as stated; null if none is, or if it is yes",
      nullable: true),
  ]
  static let key = ["key", "entry"]
  static let statements = [selectKnown, selectInMarket, selectEverywhere, selectVersions]

  /// A survey as its row states it; its answers have rows of their own.
  struct Record {
    let key: String
    let entry: Int64
    let market: Market.Code
    let kind: String
    let question: String?
    let date: PartialDate
    let until: PartialDate?
    let sampleSize: Int64?
    let source: String
    let url: String?
    let positive: String?
  }

  private static let selectKnown = """
    SELECT \(fields)
    FROM bound
    JOIN survey ON key = c0
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry)
    """
  private static let selectInMarket = """
    SELECT \(fields)
    FROM survey
    WHERE market = ?1 AND entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry AND void.entry <= ?2)
    ORDER BY last_day, first_day, entry, key
    """
  private static let selectEverywhere = """
    SELECT \(fields)
    FROM survey
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = survey.entry AND void.entry <= ?1)
    ORDER BY last_day, first_day, entry, key
    """
  private static let selectVersions = """
    SELECT \(fields)
    FROM survey
    WHERE key = ?1
    ORDER BY entry
    """
  private static let fields =
    "key, entry, market, kind, question, date, until, sample_size, source, url, positive"

  let session: any BookSession

  func insert(_ survey: Survey, entry: any EntryWriter) throws(StorageError) {
    let last = survey.until ?? survey.date
    try entry.insert(
      [
        .text(survey.key.description), .integer(entry.number), .text(survey.market.description),
        .text(survey.kind.description), .optional(survey.question),
        .text(survey.date.description), .optional(survey.until?.description),
        .text(survey.date.firstDay.description), .text(last.lastDay.description),
        .optional(survey.sampleSize), .text(survey.source), .optional(survey.url),
        .optional(survey.positiveOption),
      ], into: Self.self)
  }

  /// The current surveys with some keys.
  func records(_ keys: Set<SurveyKey>) throws(StorageError) -> [Record] {
    var records: [Record] = []
    try session.query(
      Self.selectKnown, over: BoundRows(texts: keys.map(\.description)), []
    ) { row throws(StorageError) in records.append(try Record(row: row)) }
    return records
  }

  /// The surveys with a key, including those that were voided since; oldest entry first.
  func versions(of key: SurveyKey) throws(StorageError) -> [Record] {
    return try session.rows(Self.selectVersions, .text(key.description), decode: Record.init(row:))
  }

  /// The surveys of a market, or of all, as of an entry; the one that ended latest comes last.
  func records(in market: Market.Code?, asOf entry: Int64) throws(StorageError) -> [Record] {
    guard let market else {
      return try session.rows(Self.selectEverywhere, .integer(entry), decode: Record.init(row:))
    }
    return try session.rows(
      Self.selectInMarket,
      .text(market.description), .integer(entry), decode: Record.init(row:))
  }
}

extension SurveyTable.Record {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    self.init(
      key: try row.text(0), entry: try row.integer(1), market: Market.Code(try row.text(2)),
      kind: try row.text(3), question: try row.optionalText(4), date: try row.date(5),
      until: try row.optionalDate(6), sampleSize: try row.optionalInteger(7),
      source: try row.text(8), url: try row.optionalText(9),
      positive: try row.optionalText(10))
  }
}
