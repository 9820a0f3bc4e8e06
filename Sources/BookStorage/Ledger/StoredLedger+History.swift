package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns what entries recorded of the events with a key, oldest first; empty if none ever did.
  ///
  /// - Throws: ``LedgerError``
  package func steps(ofEvent key: EventKey) throws(LedgerError) -> [HistoryStep<Event>] {
    try read { () throws(StorageError) in
      let records = try EventTable(session: session).versions(of: key)
      // An event and each of its amendments have one row in this list.
      var steps: [Int64: (event: Event?, counts: Entry.Counts)] = [:]
      for record in records {
        let event = try StoredEvents(session: session).events([record]).first
        let type = record.amendment == nil ? FactType.events : .amendments
        steps[record.amendment ?? record.entry] = (event, Entry.Counts(type, 1))
      }
      let facts = try EventFactTables(session: session)
        .counts(of: records.filter { $0.amendment == nil }.map(\.id))
      // A credit may name an event that is not recorded yet, or no longer.
      let credits = try CreditTable(session: session).counts(of: key)
      for (entry, counts) in facts + credits {
        let step = steps[entry] ?? (nil, Entry.Counts())
        steps[entry] = (step.event, step.counts + counts)
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
      let records = try SurveyTable(session: session).versions(of: key)
      let surveys = try StoredSurveys(session: session).surveys(records)
      return try withVoids(
        zip(records, surveys).map { record, survey throws(StorageError) in
          HistoryStep(
            entry: try recordedEntry(record.entry), fact: survey,
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
