import LedgerCore
import Rows

/// The `survey_answer` table: the answers to surveys.
struct SurveyAnswerTable: Table {
  static let name = "survey_answer"
  static let columns: [Column] = [
    .text("survey"), .integer("entry"), .integer("position"), .text("option"),
    .integer("count", nullable: true), .integer("share_micros", nullable: true),
  ]
  static let key = ["survey", "entry", "position"]
  static let statements = [select]

  private static let select = """
    SELECT option, count, share_micros
    FROM survey_answer
    WHERE survey = ?1 AND entry = ?2
    ORDER BY position
    """

  let session: any BookSession

  func insert(_ answers: [SurveyAnswer], survey: SurveyKey, entry: OpenEntry) throws(StorageError) {
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

  func answers(survey: String, entry: Int64) throws(StorageError) -> [SurveyAnswer] {
    return try session.rows(Self.select, .text(survey), .integer(entry)) {
      row throws(StorageError) in
      let option = try row.text(0)
      let amount: SurveyAnswer.Amount
      if let count = try row.optionalInteger(1) {
        amount = .count(count)
      } else {
        amount = .share(Decimal(micros: Int128(try row.integer(2))))
      }
      do { return try SurveyAnswer(option: option, amount: amount) } catch {
        throw .damaged("an answer to a survey is none: \(error)")
      }
    }
  }
}
