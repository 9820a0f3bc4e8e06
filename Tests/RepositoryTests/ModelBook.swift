import LedgerCore

/// A book as plain arrays: every fact with the entry that recorded it, and what was taken back.
struct ModelBook {
  struct Recorded<F> {
    let fact: F
    let entry: Int64
  }

  /// What becomes of a fact, without the details.
  enum Fate: Equatable { case recorded, alreadyRecorded, conflicting, restated, refused }

  var events: [Recorded<Event>] = []
  /// What events were corrected to.
  var amendments: [Recorded<Event>] = []
  var counts: [Recorded<AudienceCount>] = []
  var sales: [Recorded<Model.Movement>] = []
  var totals: [Recorded<ReportedTotal>] = []
  var claims: [Recorded<Claim>] = []
  var surveys: [Recorded<Survey>] = []
  var memberships: [Recorded<Membership>] = []
  var targets: [TargetRecord] = []
  /// The events of which it was accepted that they have no end.
  var accepted: [Recorded<EventKey>] = []
  /// Which entry was voided by which.
  var voids: [Int64: Int64] = [:]
  /// Which entries are parts of the file whose first entry is which.
  var imports: [Int64: Int64] = [:]
  var lastEntry: Int64 = 0

  /// Whether an entry was current when another one was the last; now, where none is named.
  func isCurrent(_ number: Int64, asOf entry: Int64? = nil) -> Bool {
    let last = entry ?? lastEntry
    return number <= last && (voids[number].map { $0 > last } ?? true)
  }

  /// The facts that were current when an entry was the last; now, where none is named.
  func facts(asOf entry: Int64? = nil) -> Model {
    func isCurrent(_ number: Int64) -> Bool { self.isCurrent(number, asOf: entry) }
    let live = counts.filter { isCurrent($0.entry) }
    var latest: [AudienceCount.Key: Int64] = [:]
    for count in live { latest[count.fact.key] = max(latest[count.fact.key] ?? 0, count.entry) }
    let amended = amendments.filter { isCurrent($0.entry) }
    return Model(
      events: events.filter { isCurrent($0.entry) }.map { event in
        amended.last { $0.fact.key == event.fact.key }?.fact ?? event.fact
      },
      counts: live.filter { latest[$0.fact.key] == $0.entry }.map(\.fact),
      sales: sales.filter { isCurrent($0.entry) }.map(\.fact),
      reported: totals.filter { isCurrent($0.entry) }.map(\.fact))
  }

  mutating func record(
    _ batch: [Event], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) -> [Fate] {
    let known = facts().events
    var seen: [Event] = []
    let entry = lastEntry + 1
    let fates = batch.map { event -> Fate in
      if let other = (seen + known).first(where: { $0.key == event.key }) {
        if other == event { return .alreadyRecorded }
        if rule == .refuse || seen.contains(other) || other.market != event.market {
          return .conflicting
        }
        seen.append(event)
        amendments.append(Recorded(fact: event, entry: entry))
        return .restated
      }
      seen.append(event)
      events.append(Recorded(fact: event, entry: entry))
      return .recorded
    }
    close(fates, draft)
    return fates
  }

  mutating func record(
    _ batch: [AudienceCount], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) -> [Fate] {
    let before = facts()
    let entry = lastEntry + 1
    var seen: [AudienceCount.Key: Int64] = [:]
    let fates = batch.map { count -> Fate in
      guard before.events.contains(where: { $0.key == count.event }) else { return .refused }
      let isFirst = seen[count.key] == nil
      let known = seen[count.key] ?? before.counts.first { $0.key == count.key }?.count
      if let known, known == count.count || rule == .refuse || !isFirst {
        seen[count.key] = known
        return known == count.count ? .alreadyRecorded : .conflicting
      }
      seen[count.key] = count.count
      counts.append(Recorded(fact: count, entry: entry))
      return known == nil ? .recorded : .restated
    }
    close(fates, draft)
    return fates
  }

  mutating func record(_ batch: [Sale], as draft: Entry.Draft) -> [Fate] {
    var current = facts()
    let entry = lastEntry + 1
    let fates = batch.map { sale -> Fate in
      guard let market = current.market(of: sale) else { return .refused }
      if let known = current.sales.first(where: { $0.sale.key == sale.key }) {
        let isSame =
          known.market == market && known.sale.event == sale.event
          && known.sale.product == sale.product && known.sale.quantity == sale.quantity
          && known.sale.amount == sale.amount && known.sale.at == sale.at
        return isSame ? .alreadyRecorded : .conflicting
      }
      let movement = Model.Movement(sale: sale, market: market)
      current.sales.append(movement)
      sales.append(Recorded(fact: movement, entry: entry))
      return .recorded
    }
    close(fates, draft)
    return fates
  }

  mutating func record(_ batch: [ReportedTotal], as draft: Entry.Draft) -> [Fate] {
    var current = facts()
    let entry = lastEntry + 1
    let fates = batch.map { total -> Fate in
      guard current.events.contains(where: { $0.key == total.event }) else { return .refused }
      if let known = current.reported.first(where: { $0.key == total.key }) {
        return known == total ? .alreadyRecorded : .conflicting
      }
      current.reported.append(total)
      totals.append(Recorded(fact: total, entry: entry))
      return .recorded
    }
    close(fates, draft)
    return fates
  }

  mutating func close(_ fates: [Fate], _ draft: Entry.Draft) {
    guard fates.contains(.recorded) || fates.contains(.restated) else { return }
    lastEntry += 1
    if let chunk = draft.chunk { imports[lastEntry] = chunk.first ?? lastEntry }
  }

  /// Voids an entry with the other parts of its file; returns `nil` where that is refused.
  mutating func void(_ number: Int64) -> [Int64]? {
    guard number >= 1, number <= lastEntry, voids[number] == nil else { return nil }
    var numbers = [number]
    if let file = imports[number] {
      numbers = imports.filter { $0.value == file && voids[$0.key] == nil }.map(\.key).sorted()
    }
    func isOther(_ entry: Int64) -> Bool { voids[entry] == nil && !numbers.contains(entry) }
    let own = events.filter { numbers.contains($0.entry) }.map(\.fact.key)
    let isEmpty = facts(ofEntries: numbers) == Entry.Counts()
    let isNeeded =
      counts.contains { own.contains($0.fact.event) && isOther($0.entry) }
      || sales.contains { $0.fact.sale.event.map(own.contains) ?? false && isOther($0.entry) }
      || totals.contains { own.contains($0.fact.event) && isOther($0.entry) }
      || amendments.contains { own.contains($0.fact.key) && isOther($0.entry) }
      || targets.contains { $0.target.event.map(own.contains) ?? false && isOther($0.entry) }
    let isEnded = memberships.contains { own in
      numbers.contains(own.entry)
        && memberships.contains {
          $0.fact.key == own.fact.key && $0.entry > own.entry && isOther($0.entry)
        }
    }
    if isEmpty || isNeeded || isEnded { return nil }
    lastEntry += 1
    for voided in numbers { voids[voided] = lastEntry }
    return numbers
  }

  /// How many facts of each type some entries recorded.
  func facts(ofEntries numbers: [Int64]) -> Entry.Counts {
    func counts<F>(_ type: FactType, _ facts: [Recorded<F>]) -> Entry.Counts {
      Entry.Counts(type, facts.count { numbers.contains($0.entry) })
    }
    return counts(.events, events) + counts(.amendments, amendments)
      + counts(.audienceCounts, self.counts) + counts(.sales, sales)
      + counts(.reportedTotals, totals) + counts(.claims, claims) + counts(.surveys, surveys)
      + counts(.memberships, memberships) + counts(.acceptances, accepted)
      + Entry.Counts(.targets, targets.count { numbers.contains($0.entry) })
  }
}

extension Model {
  /// The market that a sale names or its event has; `nil` where they are two or there is none.
  func market(of sale: Sale) -> Market.Code? {
    guard let key = sale.event else { return sale.market }
    guard let event = events.first(where: { $0.key == key }) else { return nil }
    return sale.market == nil || sale.market == event.market ? event.market : nil
  }
}

extension Outcome {
  /// The outcome without its details.
  var fate: ModelBook.Fate {
    switch self {
    case .recorded: .recorded
    case .alreadyRecorded: .alreadyRecorded
    case .conflicting: .conflicting
    case .restated: .restated
    case .refused: .refused
    }
  }
}
