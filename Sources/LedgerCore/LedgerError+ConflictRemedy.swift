extension LedgerError {
  /// How a fact can be recorded whose key is taken.
  public enum ConflictRemedy: String, CaseIterable, Sendable {
    /// It takes the place of the recorded one when it is recorded as a restatement.
    case restate
    /// An event is amended, or another one has another key.
    case amend
    /// Another claim has another key.
    case anotherClaim
    /// Another survey has another key.
    case anotherSurvey
    /// Another movement of an order's line has another line number.
    case anotherLine
    /// A later export is recorded under the time when it was made.
    case laterObservation
    /// The entry that recorded the leaving is voided first.
    case voidLeaving
    /// The entry that recorded the other one is voided first.
    case voidRecorded
    /// Saving a query again makes a new version.
    case newVersion
    /// The entry that recorded it is voided first.
    case recordAnew
  }
}

extension LedgerError.ConflictRemedy: CustomStringConvertible {
  /// What to do, as a clause.
  public var description: String {
    switch self {
    case .restate: "a restatement records it in place of the old one"
    case .amend: "another show needs another key; an amendment corrects this one"
    case .anotherClaim: "another claim needs another key"
    case .anotherSurvey: "another survey needs another key"
    case .anotherLine: "another movement of the line needs another line number"
    case .laterObservation: "a later export is recorded under the time when it was made"
    case .voidLeaving:
      "to correct it, void the entry that recorded the leaving, and record it again"
    case .voidRecorded:
      "to correct it, void the entry that recorded the old one, and record it again"
    case .newVersion: "saving it again makes a new version"
    case .recordAnew: "to correct it, void the entry that recorded it, and record it again"
    }
  }
}
