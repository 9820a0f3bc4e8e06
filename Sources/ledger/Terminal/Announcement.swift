import LedgerCore

/// Says what became of the one fact of a recording, or throws why it was refused.
func announce<F: Fact>(_ recording: Recording<F>, of fact: F) throws {
  guard let outcome = recording.outcomes.first else { return }
  switch outcome {
  case .recorded: Talk.say("recorded \(fact.subject) in entry \(recording.entry ?? 0)")
  case .alreadyRecorded: Talk.say("\(fact.subject) is already recorded; nothing was added")
  case .restated(let old):
    let before = old.values.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
    Talk.say("restated \(fact.subject) in entry \(recording.entry ?? 0); before: \(before)")
  case .conflicting(let recorded): throw LedgerError.conflict(given: fact, recorded: recorded)
  case .refused(let error): throw error
  }
}
