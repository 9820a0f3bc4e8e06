import LedgerCore
import Rows

/// Surveys with their answers, as the two tables hold them.
struct StoredSurveys {
  let session: any BookSession

  private typealias AnswersKey = SurveyAnswerTable.Key

  func insert(_ survey: Survey, entry: any EntryWriter) throws(StorageError) {
    try SurveyTable(session: session).insert(survey, entry: entry)
    try SurveyAnswerTable(session: session)
      .insert(survey.answers, survey: survey.key, entry: entry)
  }

  /// The current survey with a key.
  func survey(_ key: SurveyKey) throws(StorageError) -> (survey: Survey, entry: Int64)? {
    let records = try SurveyTable(session: session).records([key])
    guard let record = records.first else { return nil }
    return try surveys([record]).first.map { (survey: $0, entry: record.entry) }
  }

  /// The current surveys with some keys.
  func surveys(_ keys: Set<SurveyKey>) throws(StorageError) -> [SurveyKey: Survey] {
    let known = try surveys(SurveyTable(session: session).records(keys))
    return Dictionary(known.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The surveys that some rows state, with their answers.
  func surveys(_ records: [SurveyTable.Record]) throws(StorageError) -> [Survey] {
    guard !records.isEmpty else { return [] }
    let answers = try SurveyAnswerTable(session: session)
      .answers(of: records.map { AnswersKey(survey: $0.key, entry: $0.entry) })
    return try records.map { record throws(StorageError) in
      do {
        return try Survey(
          key: SurveyKey(record.key), market: record.market, kind: Survey.Kind(record.kind),
          question: record.question, date: record.date, until: record.until,
          sampleSize: record.sampleSize,
          answers: answers[AnswersKey(survey: record.key, entry: record.entry)] ?? [],
          positive: record.positive, source: record.source, url: record.url)
      } catch {
        throw .damaged("a survey is none: \(error)")
      }
    }
  }
}
