import LedgerCore
import SQLite

/// Surveys with their answers, as the two tables hold them.
struct StoredSurveys {
  let connection: Connection

  func insert(_ survey: Survey, entry: OpenEntry) throws(SQLiteError) {
    try SurveyTable(connection: connection).insert(survey, entry: entry)
    try SurveyAnswerTable(connection: connection)
      .insert(survey.answers, survey: survey.key, entry: entry)
  }

  /// The current survey with a key.
  func survey(_ key: SurveyKey) throws(SQLiteError) -> (survey: Survey, entry: Int64)? {
    guard let record = try SurveyTable(connection: connection).record(key) else { return nil }
    return (survey: try survey(record), entry: record.entry)
  }

  func survey(_ record: SurveyTable.Record) throws(SQLiteError) -> Survey {
    let answers = try SurveyAnswerTable(connection: connection)
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
