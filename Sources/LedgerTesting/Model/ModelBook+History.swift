import LedgerCore

/// Everything ever recorded under a key, including what was amended or voided since.
extension ModelBook {
  /// The numbers of the current event with a key.
  func history(of key: EventKey) throws(LedgerError) -> EventHistory {
    guard let event = facts().event(key),
      let first = current(events).first(where: { $0.fact.key == key })?.entry
    else { throw unknownEvent(key) }
    // What came before it was about an earlier event with its key.
    let own = counts.filter { $0.fact.event == key && $0.entry >= first }
    let reported = totals.filter { $0.fact.event == key && $0.entry >= first }
    let sold = sales.filter { $0.fact.sale.event == key && $0.entry >= first }
    let orders = sold.map(\.fact.sale).filter { $0.key.kind == .sale }
    let ofOrders = sales.filter { movement in
      orders.contains { Model.isSameOrder($0, movement.fact.sale) }
    }
    let returned = ofOrders.map(\.fact.sale).filter {
      $0.event == nil && [.cancellation, .refund].contains($0.key.kind)
    }
    let followed = ofOrders.filter { movement in
      movement.entry >= first
        && returned.contains { Model.isSameOrder($0, movement.fact.sale) }
    }
    let amended = amendments.filter { $0.fact.key == key && $0.entry >= first }
    let recording = Set(
      (own.map(\.entry) + reported.map(\.entry) + sold.map(\.entry) + [first])
        + followed.map(\.entry) + amended.map(\.entry))
    let moving = recording.union(entriesOfCredits(to: key, since: first))
    let all = moving.union(moving.compactMap { voids[$0] }).filter { $0 >= first }
    let restated = Dictionary(grouping: own, by: \.fact.key).values.filter { $0.count > 1 }.joined()
    return EventHistory(
      event: event, entries: all.sorted().compactMap(entry),
      restatedCounts: restated.sorted { place($0) < place($1) }.map {
        EventHistory.Count(
          metric: $0.fact.metric, at: $0.fact.at, count: $0.fact.count, entry: $0.entry)
      },
      reported: reported.sorted { place($0) < place($1) }.map { (total: $0.fact, entry: $0.entry) })
  }

  private func place(_ count: Recorded<AudienceCount>) -> (Int, Instant, Int64) {
    (Metric.allCases.firstIndex(of: count.fact.metric) ?? 0, count.fact.at, count.entry)
  }

  private func place(_ total: Recorded<ReportedTotal>) -> (String, String, Instant, Int64) {
    let key = total.fact.key
    return (key.measure.rawValue, key.source, key.observedAt, total.entry)
  }

  func steps(ofEvent key: EventKey) -> [HistoryStep<Event>] {
    let recorded = events.filter { $0.fact.key == key }
    let amended = amendments.filter { $0.fact.key == key }
    var counts: [Int64: Entry.Counts] = [:]
    func add(_ type: FactType, _ entries: [Int64]) {
      for entry in entries { counts[entry, default: Entry.Counts()][type] += 1 }
    }
    add(.events, recorded.map(\.entry))
    add(.amendments, amended.map(\.entry))
    add(.audienceCounts, self.counts.filter { $0.fact.event == key }.map(\.entry))
    add(.sales, sales.filter { $0.fact.sale.event == key }.map(\.entry))
    add(.reportedTotals, totals.filter { $0.fact.event == key }.map(\.entry))
    add(.targets, targets.filter { $0.target.event == key }.map(\.entry))
    add(.sameShows, sameShows.filter { $0.fact.event == key }.map(\.entry))
    add(.sameShows, sameShows.filter { $0.fact.other == key }.map(\.entry))
    add(.marks, marks.filter { $0.fact.event == key }.map(\.entry))
    add(.credits, credits.filter { $0.fact.event == key }.map(\.entry))
    return steps(recorded + amended, counts)
  }

  func steps(ofClaim key: ClaimKey) -> [HistoryStep<Claim>] {
    steps(claims.filter { $0.fact.key == key }, .claims)
  }

  func steps(ofSurvey key: SurveyKey) -> [HistoryStep<Survey>] {
    steps(surveys.filter { $0.fact.key == key }, .surveys)
  }

  private func steps<F: Fact>(_ facts: [Recorded<F>], _ type: FactType) -> [HistoryStep<F>] {
    var counts: [Int64: Entry.Counts] = [:]
    for fact in facts { counts[fact.entry] = Entry.Counts(type, 1) }
    return steps(facts, counts)
  }

  /// The entries that recorded something, and those that voided one of these, oldest first.
  private func steps<F: Fact>(
    _ facts: [Recorded<F>], _ counts: [Int64: Entry.Counts]
  ) -> [HistoryStep<F>] {
    let numbers = Set(counts.keys).union(counts.keys.compactMap { voids[$0] })
    return numbers.sorted().compactMap { number in
      guard let entry = entry(number) else { return nil }
      return HistoryStep(
        entry: entry, fact: facts.first { $0.entry == number }?.fact,
        counts: counts[number] ?? Entry.Counts())
    }
  }
}
