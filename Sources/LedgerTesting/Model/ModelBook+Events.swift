import LedgerCore

/// How events, their corrections and their counts are recorded.
extension ModelBook {
  mutating func record(
    _ batch: [Event], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) throws(LedgerError) -> [Outcome<Event>] {
    let known = facts().events
    let entry = lastEntry + 1
    var ofBatch: [Event] = []
    var outcomes: [Outcome<Event>] = []
    for event in batch {
      let isOfBatch = ofBatch.contains { $0.key == event.key }
      guard let other = (ofBatch + known).first(where: { $0.key == event.key }) else {
        if let refusal = unknownMarket(event.market) {
          outcomes.append(.refused(refusal))
          continue
        }
        ofBatch.append(event)
        events.append(Recorded(fact: event, entry: entry))
        outcomes.append(.recorded)
        continue
      }
      if other == event {
        outcomes.append(.alreadyRecorded)
      } else if rule == .refuse || isOfBatch || other.market != event.market {
        outcomes.append(.conflicting(recorded: other))
      } else {
        ofBatch.append(event)
        amendments.append(Recorded(fact: event, entry: entry))
        outcomes.append(.restated(from: other))
      }
    }
    return try close(outcomes, draft)
  }

  mutating func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(LedgerError) -> AmendedEvent {
    guard let before = facts().event(key) else { throw unknownEvent(key) }
    let after = try amendment.applied(to: before)
    guard after != before else {
      return AmendedEvent(receipt: nil, before: before, after: after)
    }
    amendments.append(Recorded(fact: after, entry: lastEntry + 1))
    try close(draft)
    return AmendedEvent(receipt: receipt(lastEntry), before: before, after: after)
  }

  mutating func record(
    _ batch: [AudienceCount], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) throws(LedgerError) -> [Outcome<AudienceCount>] {
    let before = facts()
    var known: [AudienceCount.Key: AudienceCount] = [:]
    for count in before.counts { known[count.key] = count }
    let tooLong = overflowing(batch, known, Set(before.events.map(\.key)))
    let entry = lastEntry + 1
    var ofBatch: Set<AudienceCount.Key> = []
    var outcomes: [Outcome<AudienceCount>] = []
    for count in batch {
      guard before.events.contains(where: { $0.key == count.event }) else {
        outcomes.append(.refused(unknownEvent(count.event)))
        continue
      }
      if tooLong.contains(count.key) {
        outcomes.append(.refused(.overflow("the audience of event \(count.event)")))
        continue
      }
      // Two values for one instant in one batch stay a conflict: neither is the later one.
      let isOfBatch = !ofBatch.insert(count.key).inserted
      if let other = known[count.key] {
        if other == count || rule == .refuse || isOfBatch {
          outcomes.append(other == count ? .alreadyRecorded : .conflicting(recorded: other))
          continue
        }
        outcomes.append(.restated(from: other))
      } else {
        outcomes.append(.recorded)
      }
      known[count.key] = count
      counts.append(Recorded(fact: count, entry: entry))
    }
    outcomes = try close(outcomes, draft)
    try checkCurves(ofEntries: [lastEntry])
    return outcomes
  }

  /// The new counts of a batch that, with all others of their curve, would make its area too large.
  private func overflowing(
    _ batch: [AudienceCount], _ known: [AudienceCount.Key: AudienceCount], _ events: Set<EventKey>
  ) -> Set<AudienceCount.Key> {
    var new: [AudienceCount.Key: AudienceCount] = [:]
    for count in batch where events.contains(count.event) && known[count.key] == nil {
      if new[count.key] == nil { new[count.key] = count }
    }
    var refused: Set<AudienceCount.Key> = []
    for (event, metric) in Set(new.keys.map { Curve(event: $0.event, metric: $0.metric) })
      .map({ ($0.event, $0.metric) })
    {
      func isOfCurve(_ count: AudienceCount) -> Bool {
        count.event == event && count.metric == metric
      }
      let curve = known.values.filter(isOfCurve) + new.values.filter(isOfCurve)
      if Model.totals(metric, curve) == nil {
        refused.formUnion(new.values.filter(isOfCurve).map(\.key))
      }
    }
    return refused
  }

  private struct Curve: Hashable {
    let event: EventKey
    let metric: Metric
  }

  /// Refuses what would make the area under a curve too large that some entries changed.
  func checkCurves(ofEntries numbers: [Int64]) throws(LedgerError) {
    let touched = counts.filter { numbers.contains($0.entry) }
      .map { Curve(event: $0.fact.event, metric: $0.fact.metric) }
    let facts = facts()
    for curve in Set(touched) {
      let counts = facts.curve(of: curve.event, curve.metric)
      if !counts.isEmpty, Model.totals(curve.metric, counts) == nil {
        throw .overflow("the audience of event \(curve.event)")
      }
    }
  }
}
