import LedgerCore
import SQLite

/// Records a batch of surveys.
struct SurveyRecorder {
  let connection: Connection

  func record(_ surveys: [Survey], as draft: Entry.Draft) throws(SQLiteError) -> Recording<Survey> {
    let stored = StoredSurveys(connection: connection)
    var outcomes: [Outcome<Survey>] = []
    var new: [SurveyKey: Survey] = [:]
    for survey in surveys {
      let known =
        if let known = new[survey.key] { known } else { try stored.survey(survey.key)?.survey }
      guard let known else {
        guard try MarketTable(connection: connection).has(survey.market) else {
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
      draft, recording: Entry.Counts(.surveys, new.count), connection: connection)
    for (survey, outcome) in zip(surveys, outcomes) where outcome == .recorded {
      try stored.insert(survey, entry: entry)
    }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }
}
