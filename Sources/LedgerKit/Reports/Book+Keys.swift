public import LedgerCore

/// What has a key; where several things have the same one, an event comes before a claim, and a
/// claim before a survey.
extension Book {
  /// The event, claim or survey with a key, from one state of the book.
  ///
  /// Sales without an event are credited by the book's setting, if it has one.
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)`` where nothing has it,
  ///   ``LedgerError/invalid(field:value:reason:)`` for what is no key.
  public func find(_ key: String) throws -> KeyedFact {
    try ledger.reading {
      let event = try EventKey(key)
      do { return .event(try credited(ledger.event(event))) } catch let error as LedgerError {
        if let record = try ledger.claim(ClaimKey(key)) {
          let rollout = Rollout(try ledger.claims(in: nil, asOf: nil))
          let line = rollout.history.first { $0.claim == record.fact }
          return .claim(record, disputedBy: line?.disputedBy ?? [])
        }
        if let record = try ledger.survey(SurveyKey(key)) { return .survey(record) }
        throw error
      }
    }
  }

  /// An event with the sales that the book's credit rule gives it.
  private func credited(_ record: EventRecord) throws(LedgerError) -> EventRecord {
    guard let rule = try credit(nil, asOf: nil).rule else { return record }
    let event = record.totals.event
    let start = event.startsAt
    let totals = try ledger.totals(
      TotalsRequest(
        market: event.market,
        period: InstantRange(start: start, end: Instant(milliseconds: start.milliseconds + 1)),
        credit: rule, isAsRecorded: true)
    ).events.first { $0.event.key == event.key }
    return EventRecord(
      totals: totals ?? record.totals, entry: record.entry, amendment: record.amendment)
  }

  /// Everything that was ever recorded under a key, also what was amended or voided since, from one
  /// state of the book.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)`` where nothing ever had it,
  ///   ``LedgerError/invalid(field:value:reason:)`` for what is no key.
  public func history(of key: String) throws -> KeyedHistory {
    try ledger.reading {
      let event = try EventKey(key)
      let steps = try ledger.steps(ofEvent: event)
      if !steps.isEmpty { return .event(steps) }
      let claims = try ledger.steps(ofClaim: ClaimKey(key))
      if !claims.isEmpty { return .claim(claims) }
      let surveys = try ledger.steps(ofSurvey: SurveyKey(key))
      if !surveys.isEmpty { return .survey(surveys) }
      // Throws an error that names near keys.
      _ = try ledger.event(event)
      return .event([])
    }
  }
}
