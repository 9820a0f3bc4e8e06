import LedgerCore
import SQLite

/// Records a batch of audience counts and keeps the totals of their events.
struct AudienceRecorder {
  let connection: Connection
  let onConflict: ConflictRule

  private typealias Point = AudienceCountTable.Point

  /// A count of the batch whose event the book has.
  private struct Candidate {
    let event: Int64
    let metric: Metric
    let point: Point
    let place: Int

    func isBefore(_ other: Candidate) -> Bool {
      (event, metric.id, point.at, place)
        < (other.event, other.metric.id, other.point.at, other.place)
    }
  }

  func record(
    _ counts: [AudienceCount], as draft: Entry.Draft
  ) throws(SQLiteError) -> Recording<AudienceCount> {
    var outcomes = [Outcome<AudienceCount>](repeating: .recorded, count: counts.count)
    let candidates = try candidates(counts, &outcomes)
    var records: [AudienceCountTable.Record] = []
    records.reserveCapacity(candidates.count)
    var totals: [(event: Int64, totals: AudienceTotals)] = []
    var restated: [(event: Int64, metric: Metric)] = []

    var start = 0
    while start < candidates.count {
      let first = candidates[start]
      var end = start + 1
      while end < candidates.count, candidates[end].event == first.event,
        candidates[end].metric == first.metric
      {
        end += 1
      }
      let curve = try CurveUpdate(
        connection: connection, event: first.event, metric: first.metric,
        from: first.point.at, to: candidates[end - 1].point.at)
      let slice = candidates[start..<end]
      if let total = merge(slice, of: counts, into: curve, &records, &outcomes) {
        totals.append((first.event, total))
      }
      if restate(slice, of: counts, &records, &outcomes) {
        restated.append((first.event, first.metric))
      }
      start = end
    }
    guard !records.isEmpty else { return Recording(entry: nil, outcomes: outcomes) }

    let entry = try EntryTable(connection: connection)
      .append(draft, recording: Entry.Counts(.audienceCounts, records.count))
    try AudienceCountTable(connection: connection).insert(records, entry: entry)
    let table = AudienceTotalTable(connection: connection)
    for (event, totals) in totals { try table.put(totals, event: event) }
    for (event, metric) in restated {
      try CurveTotals(connection: connection).renew(event: event, metric: metric)
    }
    return Recording(entry: entry, outcomes: outcomes)
  }

  /// The counts of known events, in the order of the table's key.
  private func candidates(
    _ counts: [AudienceCount], _ outcomes: inout [Outcome<AudienceCount>]
  ) throws(SQLiteError) -> [Candidate] {
    var identities = EventIdentities(connection: connection)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(counts.count)
    var isSorted = true
    for (place, count) in counts.enumerated() {
      guard let identity = try identities.identity(count.event) else {
        outcomes[place] = .refused(try identities.refusal(count.event))
        continue
      }
      let candidate = Candidate(
        event: identity.id, metric: count.metric,
        point: Point(at: count.at.milliseconds, count: count.count), place: place)
      if let last = candidates.last, !last.isBefore(candidate) { isSorted = false }
      candidates.append(candidate)
    }
    if !isSorted { candidates.sort { $0.isBefore($1) } }
    return candidates
  }

  /// Records conflicting counts beside those that they restate.
  ///
  /// Returns whether there were any.
  private func restate(
    _ candidates: ArraySlice<Candidate>, of counts: [AudienceCount],
    _ records: inout [AudienceCountTable.Record], _ outcomes: inout [Outcome<AudienceCount>]
  ) -> Bool {
    guard onConflict == .restate else { return false }
    var isRestated = false
    var last: (at: Int64, restated: AudienceCount?)?
    for candidate in candidates {
      let count = counts[candidate.place]
      if let last, last.at == candidate.point.at {
        // Two values for one instant in one batch stay a conflict: neither is the later one.
        if let restated = last.restated {
          outcomes[candidate.place] =
            restated == count ? .alreadyRecorded : .conflicting(recorded: restated)
        }
        continue
      }
      last = (candidate.point.at, nil)
      guard case .conflicting(let old) = outcomes[candidate.place] else { continue }
      last?.restated = count
      outcomes[candidate.place] = .restated(from: old)
      records.append(
        .init(event: candidate.event, metric: candidate.metric.id, point: candidate.point))
      isRestated = true
    }
    return isRestated
  }

  /// Sorts the counts of one curve into those that are new and those that are there already.
  ///
  /// Returns the curve's new totals where there are new counts.
  private func merge(
    _ candidates: ArraySlice<Candidate>, of counts: [AudienceCount], into update: CurveUpdate,
    _ records: inout [AudienceCountTable.Record], _ outcomes: inout [Outcome<AudienceCount>]
  ) -> AudienceTotals? {
    var update = update
    let firstRecord = records.count
    for candidate in candidates {
      if let known = update.known(at: candidate.point.at) {
        let count = counts[candidate.place]
        outcomes[candidate.place] = .alreadyRecorded
        guard known != count.count else { continue }
        if let recorded = try? AudienceCount(
          event: count.event, metric: count.metric, at: count.at, count: known)
        {
          outcomes[candidate.place] = .conflicting(recorded: recorded)
        }
      } else {
        update.add(candidate.point)
        records.append(
          .init(event: candidate.event, metric: candidate.metric.id, point: candidate.point))
      }
    }
    guard records.count > firstRecord else { return nil }
    guard let totals = update.totals() else {
      // Those that repeat a new count are refused with it: the book does not have it.
      let refused = Set(records[firstRecord...].map(\.point.at))
      records.removeSubrange(firstRecord...)
      for candidate in candidates where refused.contains(candidate.point.at) {
        let event = counts[candidate.place].event
        outcomes[candidate.place] = .refused(.overflow("the audience of event \(event)"))
      }
      return nil
    }
    return totals
  }
}
