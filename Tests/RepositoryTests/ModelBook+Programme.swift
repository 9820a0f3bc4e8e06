import LedgerCore

/// Claims, surveys, memberships, targets and accepted findings, as plainly as the other facts.
extension ModelBook {
  /// Those that were current when an entry was the last, in the order in which they are listed.
  func claims(in market: Market.Code?, asOf entry: Int64?) -> [Claim] {
    claims.filter {
      isCurrent($0.entry, asOf: entry) && (market ?? $0.fact.market) == $0.fact.market
    }
    .sorted { place($0) < place($1) }.map(\.fact)
  }

  private func place(_ claim: Recorded<Claim>) -> (String, String, String, Int64, String) {
    let fact = claim.fact
    let begin = fact.effective ?? fact.reported
    return (
      "\(fact.reported.firstDay)", "\(fact.reported.lastDay)", "\(begin.firstDay)", claim.entry,
      "\(fact.key)"
    )
  }

  func surveys(in market: Market.Code?, asOf entry: Int64?) -> [Survey] {
    surveys.filter {
      isCurrent($0.entry, asOf: entry) && (market ?? $0.fact.market) == $0.fact.market
    }.sorted { place($0) < place($1) }.map(\.fact)
  }

  private func place(_ survey: Recorded<Survey>) -> (String, String, Int64, String) {
    let last = survey.fact.until ?? survey.fact.date
    return (
      "\(last.lastDay)", "\(survey.fact.date.firstDay)", survey.entry, "\(survey.fact.key)"
    )
  }

  /// Of several under one key the last that was recorded.
  func memberships(in market: Market.Code, asOf entry: Int64?) -> [Membership] {
    var latest: [Membership.Key: Membership] = [:]
    for membership in memberships
    where isCurrent(membership.entry, asOf: entry) && membership.fact.market == market {
      latest[membership.fact.key] = membership.fact
    }
    return latest.values.sorted {
      ($0.joined, $0.creator, $0.platform ?? "") < ($1.joined, $1.creator, $1.platform ?? "")
    }
  }

  func targets(in market: Market.Code?, asOf entry: Int64?) -> [TargetRecord] {
    var latest: [Target.Key: TargetRecord] = [:]
    for record in targets
    where isCurrent(record.entry, asOf: entry) && (market ?? record.market) == record.market {
      latest[record.target.key] = record
    }
    return latest.values.sorted { place($0) < place($1) }
  }

  private func place(_ record: TargetRecord) -> (String, String, String, String, String) {
    let target = record.target
    return (
      "\(record.market)", target.event?.description ?? "", "\(target.metric)",
      target.period.map { "\($0.first)" } ?? "", target.period.map { "\($0.last)" } ?? ""
    )
  }

  /// The events of which it is found that they have no end, with the entry that accepted that.
  var eventsWithoutEnd: [EventKey: Int64?] {
    let found = facts().events.filter { $0.endsAt == nil && $0.startsAt < Self.longAgo }
    return Dictionary(
      uniqueKeysWithValues: found.map { event in
        (event.key, accepted.first { isCurrent($0.entry) && $0.fact == event.key }?.entry)
      })
  }

  /// A day before the instant at which all is recorded; events start long before it or after it.
  private static let longAgo = Instant(milliseconds: 0) ?? .latest

  mutating func record(_ batch: [Claim], as draft: Entry.Draft) -> [Fate] {
    var known = claims(in: nil, asOf: nil)
    let entry = lastEntry + 1
    let fates = batch.map { claim -> Fate in
      if let other = known.first(where: { $0.key == claim.key }) {
        return other == claim ? .alreadyRecorded : .conflicting
      }
      if let disputed = claim.disputes, !known.contains(where: { $0.key == disputed }) {
        return .refused
      }
      known.append(claim)
      claims.append(Recorded(fact: claim, entry: entry))
      return .recorded
    }
    close(fates, draft)
    return fates
  }

  mutating func record(_ batch: [Survey], as draft: Entry.Draft) -> [Fate] {
    var known = surveys(in: nil, asOf: nil)
    let entry = lastEntry + 1
    let fates = batch.map { survey -> Fate in
      if let other = known.first(where: { $0.key == survey.key }) {
        return other == survey ? .alreadyRecorded : .conflicting
      }
      known.append(survey)
      surveys.append(Recorded(fact: survey, entry: entry))
      return .recorded
    }
    close(fates, draft)
    return fates
  }

  /// In the order of joining, whatever that of the batch.
  mutating func record(_ batch: [Membership], as draft: Entry.Draft) -> [Fate] {
    let entry = lastEntry + 1
    var fates = Array(repeating: Fate.refused, count: batch.count)
    for place in batch.indices.sorted(by: { (batch[$0].joined, $0) < (batch[$1].joined, $1) }) {
      let given = batch[place]
      let known = memberships(in: given.market, asOf: entry)
        .filter { $0.creator == given.creator && $0.platform == given.platform }
      if let same = known.first(where: { $0.joined == given.joined }) {
        if let end = same.leaving, let leaving = given.leaving {
          let isSame =
            end.day == leaving.day && (leaving.reason == nil || leaving.reason == end.reason)
          fates[place] = isSame ? .alreadyRecorded : .conflicting
        } else {
          fates[place] = given.leaving == nil ? .alreadyRecorded : .recorded
        }
      } else {
        fates[place] = known.contains { $0.overlaps(given) } ? .refused : .recorded
      }
      guard fates[place] == .recorded else { continue }
      memberships.removeAll { $0.entry == entry && $0.fact.key == given.key }
      memberships.append(Recorded(fact: given, entry: entry))
    }
    close(fates, draft)
    return fates
  }

  mutating func record(
    _ batch: [Target], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) -> [Fate] {
    let before = targets(in: nil, asOf: nil).map(\.target)
    let events = facts().events
    let entry = lastEntry + 1
    var ofBatch: [Target.Key: Target] = [:]
    let fates = batch.map { target -> Fate in
      let market: Market.Code
      switch target.scope {
      case .market(let code): market = code
      case .event(let key):
        guard let event = events.first(where: { $0.key == key }) else { return .refused }
        market = event.market
      }
      let known = ofBatch[target.key] ?? before.first { $0.key == target.key }
      if known?.amount == target.amount { return .alreadyRecorded }
      if known != nil, rule == .refuse || ofBatch[target.key] != nil { return .conflicting }
      ofBatch[target.key] = target
      targets.append(TargetRecord(target: target, market: market, entry: entry))
      return known == nil ? .recorded : .restated
    }
    close(fates, draft)
    return fates
  }

  /// Accepts that some events, or all, have no end; returns `nil` where one is not found.
  mutating func accept(_ keys: [EventKey]?, as draft: Entry.Draft) -> [EventKey]? {
    let found = eventsWithoutEnd
    guard (keys ?? []).allSatisfy({ found[$0] != nil }) else { return nil }
    let new = (keys ?? found.keys.sorted()).filter { found[$0] == .some(nil) }
    let entry = lastEntry + 1
    accepted += new.map { Recorded(fact: $0, entry: entry) }
    close(new.map { _ in .recorded }, draft)
    return new
  }
}
