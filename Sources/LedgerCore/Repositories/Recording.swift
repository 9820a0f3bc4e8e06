/// What happened to a fact that was to be recorded.
public enum Outcome<F: Fact>: Equatable, Sendable {
  /// It is now in the book.
  case recorded
  /// The book already had it, with the same values.
  case alreadyRecorded
  /// The book has another value under its key, which stays.
  case conflicting(recorded: F)
  /// It is now in the book in place of another value; both stay readable.
  case restated(from: F)
  /// The book cannot take it.
  case refused(LedgerError)
}

/// What happened to a batch.
public struct Recording<F: Fact>: Equatable, Sendable {
  /// The receipt of the entry that holds what was recorded; `nil` if nothing was.
  public let receipt: Receipt?
  /// What happened to each fact of the batch.
  public let results: Outcomes<F>

  /// The entry that holds what was recorded; `nil` if nothing was.
  public var entry: Int64? { receipt?.entry }

  /// One outcome for each fact of the batch, in its order.
  public var outcomes: [Outcome<F>] { (0..<results.count).map { results[$0] } }

  /// Makes a recording.
  public init(receipt: Receipt?, outcomes: [Outcome<F>]) {
    self.init(receipt: receipt, results: Outcomes(outcomes))
  }

  /// What happened to the only fact of the batch, in a sentence.
  ///
  /// - Throws: ``LedgerError`` if it is not in the book now.
  public func sentence(of fact: F) throws(LedgerError) -> String {
    switch outcomes.first {
    case nil: return "nothing was added"
    case .recorded: return "recorded \(fact.subject) in entry \(entry ?? 0)"
    case .alreadyRecorded: return "\(fact.subject) is already recorded; nothing was added"
    case .restated(let old):
      let before = old.values.map { "\($0.field) \($0.text)" }.joined(separator: ", ")
      return "restated \(fact.subject) in entry \(entry ?? 0); before: \(before)"
    case .conflicting(let recorded): throw .conflict(given: fact, recorded: recorded)
    case .refused(let error): throw error
    }
  }

  /// Makes a recording.
  public init(receipt: Receipt?, results: Outcomes<F>) {
    self.receipt = receipt
    self.results = results
  }
}

extension Recording {
  /// The receipt, if the ledger took every fact; `nil` if it had all of them already.
  ///
  /// - Throws: why it did not take the first one that it did not: a refusal, or
  ///   ``LedgerError/conflict(fact:given:recorded:remedy:)``. The others are recorded all the same.
  public func confirmed(_ facts: [F]) throws(LedgerError) -> Receipt? {
    for (place, outcome) in results.others {
      switch outcome {
      case .refused(let error): throw error
      case .conflicting(let recorded):
        throw .conflict(given: facts[place], recorded: recorded)
      case .recorded, .alreadyRecorded, .restated: break
      }
    }
    return receipt
  }
}
