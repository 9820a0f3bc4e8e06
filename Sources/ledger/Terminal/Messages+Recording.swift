import LedgerCore

extension Messages {
  /// Shows the receipt of what was recorded, if anything was.
  static func show(_ receipt: Receipt?) {
    if let receipt { remark("receipt \(receipt)") }
  }

  /// Shows the outcome of recording one fact, or throws why it was refused.
  ///
  /// - Returns: the receipt, which is shown once the book is closed.
  static func show<F: Fact>(_ recording: Recording<F>, of fact: F) throws -> Receipt? {
    guard let outcome = recording.outcomes.first else { return nil }
    switch outcome {
    case .recorded: show("recorded \(fact.subject) in entry \(recording.entry ?? 0)")
    case .alreadyRecorded: show("\(fact.subject) is already recorded; nothing was added")
    case .restated(let old):
      let before = old.values.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
      show("restated \(fact.subject) in entry \(recording.entry ?? 0); before: \(before)")
    case .conflicting(let recorded): throw LedgerError.conflict(given: fact, recorded: recorded)
    case .refused(let error): throw error
    }
    return recording.receipt
  }
}
