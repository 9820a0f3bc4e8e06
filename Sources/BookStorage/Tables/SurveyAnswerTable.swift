import LedgerCore
import Rows

/// The `survey_answer` table: the answers to surveys.
struct SurveyAnswerTable: Table {
  static let name = "survey_answer"
  static let columns: [Column] = [
    .text("survey"), .entry, .integer("position", "position in the list of answers, from 1"),
    .text("option", "the answer"),
    .integer("count", "number of people who gave it; null if a share is stated", nullable: true),
    .integer(
      "share_micros", "stated share of people who gave it; null if a count is stated",
      nullable: true),
  ]
  static let key = ["survey", "entry", "position"]
  static let statements = [select]

  private static let select = """
    SELECT option, count, share_micros, survey, entry, position
    FROM bound
    JOIN survey_answer ON survey = c0 AND entry = c1
    """

  let session: any BookSession

  func insert(_ answers: [SurveyAnswer], survey: SurveyKey, entry: any EntryWriter)
    throws(StorageError)
  {
    for (offset, answer) in answers.enumerated() {
      let amounts: (count: Int64?, share: Int64?) =
        switch answer.amount {
        case .count(let count): (count, nil)
        case .share(let percent): (nil, Int64(clamping: percent.micros))
        }
      try entry.insert(
        [
          .text(survey.description), .integer(entry.number), .integer(Int64(offset + 1)),
          .text(answer.option), .optional(amounts.count), .optional(amounts.share),
        ], into: Self.self)
    }
  }

  /// What identifies the answers of one survey, as one entry recorded it.
  struct Key: Hashable {
    let survey: String
    let entry: Int64
  }

  /// The answers to some surveys, each in the order in which they were listed.
  func answers(of surveys: [Key]) throws(StorageError) -> [Key: [SurveyAnswer]] {
    var rows = BoundRows([.text, .integer])
    for survey in surveys {
      rows.append(rows.cell(survey.survey))
      rows.append(survey.entry)
    }
    var answers: [Key: [(position: Int64, answer: SurveyAnswer)]] = [:]
    try session.query(Self.select, over: rows, []) { row throws(StorageError) in
      let key = Key(survey: try row.text(3), entry: try row.integer(4))
      answers[key, default: []].append((try row.integer(5), try SurveyAnswer(row: row)))
    }
    return answers.mapValues { $0.sorted { $0.position < $1.position }.map(\.answer) }
  }
}

extension SurveyAnswer {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let option = try row.text(0)
    let amount: Amount
    if let count = try row.optionalInteger(1) {
      amount = .count(count)
    } else {
      amount = .share(Decimal(micros: Int128(try row.integer(2))))
    }
    do { try self.init(option: option, amount: amount) } catch {
      throw .damaged("an answer to a survey is none: \(error)")
    }
  }
}
