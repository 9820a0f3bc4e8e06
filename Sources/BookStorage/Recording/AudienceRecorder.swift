import LedgerCore
import Rows

/// Records a batch of audience counts and updates the totals of their events.
struct AudienceRecorder {
  let session: any BookSession
  let onConflict: ConflictRule

  private typealias Point = AudienceCountTable.Point

  /// A count of the batch whose event is in the book.
  private struct Candidate {
    let event: Int64
    let metric: Int64
    let point: Point
    let place: Int

    func isOfCurve(of other: Candidate) -> Bool { event == other.event && metric == other.metric }

    func isBefore(_ other: Candidate) -> Bool {
      (event, metric, point.at, place) < (other.event, other.metric, other.point.at, other.place)
    }
  }

  func record(
    _ counts: AudienceBatch, as draft: Entry.Draft
  ) throws(StorageError) -> Recording<AudienceCount> {
    var outcomes = Outcomes<AudienceCount>(recorded: counts.count)
    let candidates = try candidates(counts, &outcomes)
    var records = AudienceCountTable.Records()
    records.rows.reserveCapacity(candidates.count)
    var changed: [(event: Int64, update: CurveUpdate, result: CurveUpdate.Result)] = []
    /// The curves to be read again: a restated count changes what is around it, and another usual
    /// step changes what is a gap anywhere.
    var unknown: [(event: Int64, metric: Metric)] = []

    let curves = slices(candidates)
    let updates = try CurveLookup(session: session).updates(
      for: curves.map { slice in
        let (first, last) = (candidates[slice.lowerBound], candidates[slice.upperBound - 1])
        return CurveLookup.Stretch(
          event: first.event, metric: counts.rows[first.place].metric, first: first.point.at,
          last: last.point.at)
      })
    for (range, update) in zip(curves, updates) {
      let slice = candidates[range]
      let event = candidates[range.lowerBound].event
      let result = merge(slice, of: counts, into: update, &records, &outcomes)
      let isRestated = restate(slice, of: counts, &records, &outcomes)
      if isRestated || result?.hasOtherGaps ?? false {
        unknown.append((event, update.metric))
      } else if let result {
        changed.append((event, update, result))
      }
    }
    guard records.count > 0 else { return Recording(receipt: nil, results: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.audienceCounts, records.count), session: session)
    try AudienceCountTable(session: session).insert(records, entry: entry)
    for (event, update, result) in changed { try put(result, after: update, event: event) }
    try RetentionUpdate(session: session)
      .renew(events: changed.filter { $0.update.metric == .concurrent }.map(\.event))
    for (event, metric) in unknown {
      try CurveTotals(session: session).renew(event: event, metric: metric)
    }
    return Recording(receipt: try entry.close(), results: outcomes)
  }

  private func put(
    _ result: CurveUpdate.Result, after update: CurveUpdate, event: Int64
  ) throws(StorageError) {
    try AudienceTotalTable(session: session).put(result.totals, event: event)
    guard update.metric.kind == .gauge else { return }
    let key = CurveKey(event: event, metric: update.metric.id)
    try CurveStepTable(session: session).put(result.steps, after: update.stepsBefore, of: key)
    try CurveGapTable(session: session)
      .put(result.totals.gaps, after: update.before?.gaps ?? [], of: key)
  }

  /// The ranges of the candidates that belong to one curve each.
  private func slices(_ candidates: [Candidate]) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, candidates[end].isOfCurve(of: candidates[start]) { end += 1 }
      slices.append(start..<end)
      start = end
    }
    return slices
  }

  /// The counts of known events, in the order of the table's key.
  private func candidates(
    _ counts: AudienceBatch, _ outcomes: inout Outcomes<AudienceCount>
  ) throws(StorageError) -> [Candidate] {
    var identities = try EventIdentities(of: counts.events, session: session)
    let events = counts.events.map { identities[$0]?.id }
    var candidates: [Candidate] = []
    candidates.reserveCapacity(counts.count)
    var isSorted = true
    for (place, row) in counts.rows.enumerated() {
      guard let event = events[row.event] else {
        outcomes[place] = .refused(try identities.refusal(counts.events[row.event]))
        continue
      }
      let candidate = Candidate(
        event: event, metric: row.metric.id,
        point: Point(at: row.at.milliseconds, count: row.count), place: place)
      if let last = candidates.last, !last.isBefore(candidate) { isSorted = false }
      candidates.append(candidate)
    }
    if !isSorted { candidates.sort { $0.isBefore($1) } }
    return candidates
  }

  /// Records conflicting counts next to those that they restate.
  ///
  /// Returns whether there were any.
  private func restate(
    _ candidates: ArraySlice<Candidate>, of counts: AudienceBatch,
    _ records: inout AudienceCountTable.Records, _ outcomes: inout Outcomes<AudienceCount>
  ) -> Bool {
    guard onConflict == .restate else { return false }
    var isRestated = false
    var last: (at: Int64, restated: AudienceCount?)?
    for candidate in candidates {
      if let last, last.at == candidate.point.at {
        // Two values for one instant in one batch stay a conflict: neither is the later one.
        if let restated = last.restated {
          outcomes[candidate.place] =
            restated == counts[candidate.place]
            ? .alreadyRecorded : .conflicting(recorded: restated)
        }
        continue
      }
      last = (candidate.point.at, nil)
      guard case .conflicting(let old) = outcomes[candidate.place] else { continue }
      last?.restated = counts[candidate.place]
      outcomes[candidate.place] = .restated(from: old)
      records.append(candidate.point, event: candidate.event, metric: candidate.metric)
      isRestated = true
    }
    return isRestated
  }

  /// Separates the counts of one curve into new ones and known ones.
  ///
  /// Returns what the curve comes to if there are new counts.
  private func merge(
    _ candidates: ArraySlice<Candidate>, of counts: AudienceBatch, into update: CurveUpdate,
    _ records: inout AudienceCountTable.Records, _ outcomes: inout Outcomes<AudienceCount>
  ) -> CurveUpdate.Result? {
    var update = update
    let firstRecord = records.count
    for candidate in candidates {
      if let known = update.known(at: candidate.point.at) {
        outcomes[candidate.place] = .alreadyRecorded
        guard known != candidate.point.count else { continue }
        let count = counts[candidate.place]
        if let recorded = try? AudienceCount(
          event: count.event, metric: count.metric, at: count.at, count: known)
        {
          outcomes[candidate.place] = .conflicting(recorded: recorded)
        }
      } else {
        update.add(candidate.point)
        records.append(candidate.point, event: candidate.event, metric: candidate.metric)
      }
    }
    guard records.count > firstRecord else { return nil }
    guard let result = update.result() else {
      // Counts that repeat a refused one are refused with it: the book does not have it.
      let refused = records.instants(from: firstRecord)
      records.rows.keep(firstRecord)
      for candidate in candidates where refused.contains(candidate.point.at) {
        let event = counts[candidate.place].event
        outcomes[candidate.place] = .refused(.overflow("the audience of event \(event)"))
      }
      return nil
    }
    return result
  }
}
