import LedgerCore

// What two ledgers are compared by.

extension Entry {
  /// The entry as every storage has it: each has a recipe of its own for digests.
  var withoutDigest: Entry {
    Entry(
      number: number, draft: draft, counts: counts, firstOfImport: firstOfImport,
      voidedBy: voidedBy)
  }
}

extension Outcome {
  /// What happened, with the fact that the book has: whether it names the market of its event does
  /// not matter.
  var text: String {
    func text(_ fact: F) -> String {
      ([fact.subject] + fact.values.map { "\($0.field) \($0.text)" }).joined(separator: ", ")
    }
    return switch self {
    case .recorded: "recorded"
    case .alreadyRecorded: "already recorded"
    case .conflicting(let recorded): "conflicting: \(text(recorded))"
    case .restated(let from): "restated from: \(text(from))"
    case .refused(let error): "refused: \(error)"
    }
  }
}

extension HistoryStep {
  /// The step as every storage has it.
  var withoutDigest: HistoryStep {
    HistoryStep(entry: entry.withoutDigest, fact: fact, counts: counts)
  }
}
