import LedgerCore

/// One of the facts that a row of a LIVE export holds.
enum ShowFact: Fact {
  case event(Event)
  case count(AudienceCount)
  case total(ReportedTotal)

  var subject: String {
    switch self {
    case .event(let event): event.subject
    case .count(let count): count.subject
    case .total(let total): total.subject
    }
  }

  var values: [(field: String, text: String)] {
    switch self {
    case .event(let event): event.values
    case .count(let count): count.values
    case .total(let total): total.values
    }
  }

  var remedy: LedgerError.ConflictRemedy {
    switch self {
    case .event(let event): event.remedy
    case .count(let count): count.remedy
    case .total(let total): total.remedy
    }
  }
}

extension ShowFact: ImportedFact {
  static var chunkSize: Int { 20_000 }

  /// Records the events, then what is said of them: one entry for each type of fact.
  static func record(
    _ facts: [ShowFact], as draft: Entry.Draft, in target: ImportTarget,
    onConflict: ConflictRule
  ) throws(LedgerError) -> BatchRecording<ShowFact> {
    var draft = draft
    var outcomes = [Outcome<ShowFact>](repeating: .alreadyRecorded, count: facts.count)
    var entries: ClosedRange<Int64>?
    var receipt: Receipt?
    func place<F: Fact>(
      _ recording: Recording<F>, _ places: [Int], _ wrap: (F) -> ShowFact
    ) {
      for (place, outcome) in zip(places, recording.outcomes) {
        outcomes[place] =
          switch outcome {
          case .recorded: .recorded
          case .alreadyRecorded: .alreadyRecorded
          case .conflicting(let recorded): .conflicting(recorded: wrap(recorded))
          case .restated(let old): .restated(from: wrap(old))
          case .refused(let error): .refused(error)
          }
      }
      guard let entry = recording.entry else { return }
      receipt = recording.receipt
      entries = min(entries?.lowerBound ?? entry, entry)...max(entries?.upperBound ?? entry, entry)
      draft.chunk = Entry.Chunk(first: draft.chunk?.first ?? entry)
    }
    let events = facts.enumerated().compactMap { place, fact -> (Int, Event)? in
      if case .event(let event) = fact { (place, event) } else { nil }
    }
    if !events.isEmpty {
      let recording = try target.repository.record(
        events.map(\.1), as: draft, onConflict: onConflict)
      place(recording, events.map(\.0), ShowFact.event)
    }
    let counts = facts.enumerated().compactMap { place, fact -> (Int, AudienceCount)? in
      if case .count(let count) = fact { (place, count) } else { nil }
    }
    if !counts.isEmpty {
      let recording = try target.repository.record(
        counts.map(\.1), as: draft, onConflict: onConflict)
      place(recording, counts.map(\.0), ShowFact.count)
    }
    let totals = facts.enumerated().compactMap { place, fact -> (Int, ReportedTotal)? in
      if case .total(let total) = fact { (place, total) } else { nil }
    }
    if !totals.isEmpty {
      let recording = try target.repository.record(totals.map(\.1), as: draft)
      place(recording, totals.map(\.0), ShowFact.total)
    }
    return BatchRecording(entries: entries, receipt: receipt, outcomes: Outcomes(outcomes))
  }
}
