import LedgerCore
import Rows

/// Surveys with their answers, as the two tables hold them.
struct StoredSurveys {
  let session: any BookSession

  func insert(_ survey: Survey, entry: OpenEntry) throws(StorageError) {
    try SurveyTable(session: session).insert(survey, entry: entry)
    try SurveyAnswerTable(session: session)
      .insert(survey.answers, survey: survey.key, entry: entry)
  }

  /// The current survey with a key.
  func survey(_ key: SurveyKey) throws(StorageError) -> (survey: Survey, entry: Int64)? {
    guard let record = try SurveyTable(session: session).record(key) else { return nil }
    return (survey: try survey(record), entry: record.entry)
  }

  func survey(_ record: SurveyTable.Record) throws(StorageError) -> Survey {
    let answers = try SurveyAnswerTable(session: session)
      .answers(survey: record.key, entry: record.entry)
    do {
      return try Survey(
        key: SurveyKey(record.key), market: record.market, kind: Survey.Kind(record.kind),
        question: record.question, date: record.date, until: record.until,
        sampleSize: record.sampleSize, answers: answers, source: record.source, url: record.url)
    } catch {
      throw .damaged("a survey is none: \(error)")
    }
  }
}
