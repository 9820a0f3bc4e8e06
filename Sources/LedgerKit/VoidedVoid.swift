import LedgerCore

/// A void that is taken back: what it took back is recorded again, from the book itself.
struct VoidedVoid {
  /// The void.
  let entry: Int64
  /// The entries that it voided, oldest first.
  let taken: [Entry]
  let ledger: any Ledger

  /// Records the facts of each entry in one of its own; throws if the book does not take them all.
  func record(as draft: Entry.Draft) throws(LedgerError) -> VoidRecord {
    let counted = taken.map(\.counts).reduce(Entry.Counts(), +)
    let kept: Set<FactType> = [.audienceCounts, .sales]
    guard FactType.allCases.allSatisfy({ counted[$0] == 0 || kept.contains($0) }) else {
      throw refusal("it took back \(counted.phrase), and only counts and sales can be brought back")
    }
    let facts = try ledger.facts(ofEntries: Set(taken.map(\.number)))
    var receipts: [Receipt] = []
    for original in taken {
      guard let own = facts[original.number] else { continue }
      var draft = draft
      draft.source = original.draft.source
      draft.sourceDigest = original.draft.sourceDigest
      if taken.count > 1 { draft.chunk = Entry.Chunk(first: receipts.first?.entry) }
      if !own.counts.isEmpty {
        let batch = AudienceBatch(own.counts)
        let recording = try ledger.record(batch, as: draft, onConflict: .refuse)
        receipts.append(try confirmed(recording, own.counts))
      }
      if !own.sales.isEmpty {
        receipts.append(try confirmed(ledger.record(own.sales, as: draft), own.sales))
      }
    }
    guard let last = receipts.last else { throw refusal("it took back nothing") }
    return VoidRecord(
      receipt: last, voided: [entry], counts: counted, again: receipts.map(\.entry))
  }

  private func confirmed<F>(
    _ recording: Recording<F>, _ facts: [F]
  ) throws(LedgerError) -> Receipt {
    for (place, fact) in facts.enumerated() {
      switch recording.results[place] {
      case .recorded: break
      case .refused(let error): throw refusal("\(error)")
      case .alreadyRecorded, .conflicting, .restated:
        throw refusal("the book has \(fact.subject) again already")
      }
    }
    guard let receipt = recording.receipt else { throw refusal("it took back nothing") }
    return receipt
  }

  private func refusal(_ reason: String) -> LedgerError {
    .cannotVoid(entry: entry, reason: reason)
  }
}
