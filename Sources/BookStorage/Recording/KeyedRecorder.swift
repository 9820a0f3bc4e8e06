import LedgerCore
import Rows

/// Facts of one kind of which the book has one current value a key.
protocol KeyedFacts {
  associatedtype F: Fact
  /// What tells two facts apart, as the book has it: bytes, and rows instead of names.
  associatedtype Key: Hashable

  /// What each entry counts them as.
  var type: FactType { get }

  /// The key of each fact, or why the book cannot have such a fact.
  mutating func keys(of facts: [F]) throws(StorageError) -> [Result<Key, LedgerError>]

  /// The current facts with some keys.
  func known(_ keys: Set<Key>) throws(StorageError) -> [Key: F]

  /// Why a fact whose key is not in the book is refused; `nil` if it is not.
  ///
  /// `new`: those of the same batch that were taken before it.
  func refusal(of fact: F, after new: [Key: F]) throws(StorageError) -> LedgerError?

  /// Whether two facts with one key say the same.
  func isSame(_ recorded: F, _ fact: F) -> Bool

  /// Whether one value of a key can be put in place of another.
  func canRestate(_ recorded: F, by fact: F) -> Bool

  /// Adds facts to the tables, each with the one that it restates, if any.
  func insert(
    _ facts: [(key: Key, fact: F, restated: F?)], entry: OpenEntry
  ) throws(StorageError)

  /// How many facts of each type these are.
  func counts(_ facts: [(key: Key, fact: F, restated: F?)]) -> Entry.Counts
}

extension KeyedFacts {
  func refusal(of fact: F, after new: [Key: F]) throws(StorageError) -> LedgerError? { nil }

  func isSame(_ recorded: F, _ fact: F) -> Bool { recorded == fact }

  func canRestate(_ recorded: F, by fact: F) -> Bool { true }

  func counts(_ facts: [(key: Key, fact: F, restated: F?)]) -> Entry.Counts {
    Entry.Counts(type, facts.count)
  }
}

/// Records a batch of facts with keys, each key only once in an entry.
struct KeyedRecorder<Facts: KeyedFacts> {
  let session: any BookSession
  private(set) var facts: Facts
  var onConflict: ConflictRule = .refuse

  mutating func record(
    _ batch: [Facts.F], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<Facts.F> {
    let keys = try facts.keys(of: batch)
    let known = try facts.known(Set(keys.compactMap { try? $0.get() }))
    var outcomes: [Outcome<Facts.F>] = []
    outcomes.reserveCapacity(batch.count)
    var new: [(key: Facts.Key, fact: Facts.F, restated: Facts.F?)] = []
    var ofBatch: [Facts.Key: Facts.F] = [:]
    for (fact, found) in zip(batch, keys) {
      let key: Facts.Key
      switch found {
      case .failure(let refusal):
        outcomes.append(.refused(refusal))
        continue
      case .success(let known): key = known
      }
      guard let recorded = ofBatch[key] ?? known[key] else {
        if let refusal = try facts.refusal(of: fact, after: ofBatch) {
          outcomes.append(.refused(refusal))
          continue
        }
        ofBatch[key] = fact
        new.append((key, fact, nil))
        outcomes.append(.recorded)
        continue
      }
      if facts.isSame(recorded, fact) {
        outcomes.append(.alreadyRecorded)
      } else if onConflict == .restate, ofBatch[key] == nil, facts.canRestate(recorded, by: fact) {
        ofBatch[key] = fact
        new.append((key, fact, recorded))
        outcomes.append(.restated(from: recorded))
      } else {
        // Two values for one key in one batch stay a conflict: neither is the later one.
        outcomes.append(.conflicting(recorded: recorded))
      }
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(draft, recording: facts.counts(new), session: session)
    try facts.insert(new, entry: entry)
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }
}
