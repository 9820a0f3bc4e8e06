import LedgerCore
import Rows

/// Records a batch of surveys.
struct SurveyRecorder {
  let session: any BookSession

  func record(_ surveys: [Survey], as draft: Entry.Draft) throws(StorageError) -> Recording<Survey>
  {
    let stored = StoredSurveys(session: session)
    var outcomes: [Outcome<Survey>] = []
    var new: [SurveyKey: Survey] = [:]
    for survey in surveys {
      let known =
        if let known = new[survey.key] { known } else { try stored.survey(survey.key)?.survey }
      guard let known else {
        guard try MarketTable(session: session).has(survey.market) else {
          outcomes.append(.refused(.unknownMarket(survey.market.description, near: [])))
          continue
        }
        new[survey.key] = survey
        outcomes.append(.recorded)
        continue
      }
      outcomes.append(known == survey ? .alreadyRecorded : .conflicting(recorded: known))
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.surveys, new.count), session: session)
    for (survey, outcome) in zip(surveys, outcomes) where outcome == .recorded {
      try stored.insert(survey, entry: entry)
    }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }
}
