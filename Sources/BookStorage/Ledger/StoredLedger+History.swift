package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns what entries recorded of the events with a key, oldest first; empty if none ever did.
  ///
  /// - Throws: ``LedgerError``
  package func steps(ofEvent key: EventKey) throws(LedgerError) -> [HistoryStep<Event>] {
    try read { () throws(StorageError) in
      let table = EventTable(session: session)
      let stored = StoredEvents(session: session)
      var steps: [Int64: (event: Event?, counts: Entry.Counts)] = [:]
      for record in try table.versions(of: key) {
        if let amendment = record.amendment {
          steps[amendment] = (try stored.event(record), Entry.Counts(.amendments, 1))
          continue
        }
        steps[record.entry] = (try stored.event(record), Entry.Counts(.events, 1))
        for (entry, counts) in try table.facts(of: record.id) {
          let step = steps[entry] ?? (nil, Entry.Counts())
          steps[entry] = (step.event, step.counts + counts)
        }
      }
      return try withVoids(
        steps.map { number, step throws(StorageError) in
          HistoryStep(entry: try recordedEntry(number), fact: step.event, counts: step.counts)
        })
    }
  }

  /// Returns what entries recorded of the claims with a key, oldest first.
  ///
  /// - Throws: ``LedgerError``
  package func steps(ofClaim key: ClaimKey) throws(LedgerError) -> [HistoryStep<Claim>] {
    try read { () throws(StorageError) in
      try withVoids(
        ClaimTable(session: session).versions(of: key).map { version throws(StorageError) in
          HistoryStep(
            entry: try recordedEntry(version.entry), fact: version.claim,
            counts: Entry.Counts(.claims, 1))
        })
    }
  }

  /// Returns what entries recorded of the surveys with a key, oldest first.
  ///
  /// - Throws: ``LedgerError``
  package func steps(ofSurvey key: SurveyKey) throws(LedgerError) -> [HistoryStep<Survey>] {
    try read { () throws(StorageError) in
      let stored = StoredSurveys(session: session)
      return try withVoids(
        SurveyTable(session: session).versions(of: key).map { record throws(StorageError) in
          HistoryStep(
            entry: try recordedEntry(record.entry), fact: try stored.survey(record),
            counts: Entry.Counts(.surveys, 1))
        })
    }
  }

  /// Adds the entries that voided others.
  private func withVoids<F: Fact>(
    _ steps: [HistoryStep<F>]
  ) throws(StorageError) -> [HistoryStep<F>] {
    let voids = try Set(steps.compactMap(\.entry.voidedBy)).map { number throws(StorageError) in
      HistoryStep<F>(entry: try recordedEntry(number), fact: nil, counts: Entry.Counts())
    }
    return (steps + voids).sorted { $0.entry.number < $1.entry.number }
  }
}
