import LedgerCore

/// What becomes of a fact, without the details.
enum Fate: Equatable { case recorded, alreadyRecorded, conflicting, restated, refused }

extension Outcome {
  /// The outcome without its details.
  var fate: Fate {
    switch self {
    case .recorded: .recorded
    case .alreadyRecorded: .alreadyRecorded
    case .conflicting: .conflicting
    case .restated: .restated
    case .refused: .refused
    }
  }
}
