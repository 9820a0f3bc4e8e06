import LedgerCore
import Rows

/// Surveys, as they are recorded.
struct SurveyFacts: KeyedFacts {
  let stored: StoredSurveys
  let reference: KnownReference
  let type = FactType.surveys

  init(session: any BookSession) {
    stored = StoredSurveys(session: session)
    reference = KnownReference(session: session)
  }

  func keys(of surveys: [Survey]) -> [Result<SurveyKey, LedgerError>] {
    surveys.map { .success($0.key) }
  }

  func known(_ keys: Set<SurveyKey>) throws(StorageError) -> [SurveyKey: Survey] {
    try stored.surveys(keys)
  }

  func refusal(
    of survey: Survey, after new: [SurveyKey: Survey]
  ) throws(StorageError) -> LedgerError? {
    try reference.refusal(of: survey.market)
  }

  func insert(
    _ surveys: [(key: SurveyKey, fact: Survey, restated: Survey?)], entry: OpenEntry
  ) throws(StorageError) {
    for survey in surveys { try stored.insert(survey.fact, entry: entry) }
  }
}
