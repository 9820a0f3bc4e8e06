package import LedgerCore

extension EventFormat {
  /// Renders what a book has under a key.
  package func render(_ found: KeyedFact) -> String {
    switch found {
    case .event(let record): render(record)
    case .claim(let record, let disputedBy): render(record, disputedBy: disputedBy)
    case .survey(let record): render(record)
    }
  }

  /// Renders everything that was ever recorded under a key.
  package func render(_ history: KeyedHistory) -> String {
    switch history {
    case .event(let steps): render(steps) { members($0) }
    case .claim(let steps): render(steps) { members($0) }
    case .survey(let steps): render(steps) { members($0) }
    }
  }
}
