import LedgerCore

/// How claims, surveys, rates, memberships and targets are recorded.
extension ModelBook {
  mutating func record(
    _ batch: [Claim], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Claim>] {
    var known = claims(in: nil, asOf: nil)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Claim>] = []
    for claim in batch {
      if let other = known.first(where: { $0.key == claim.key }) {
        outcomes.append(other == claim ? .alreadyRecorded : .conflicting(recorded: other))
        continue
      }
      if let disputed = claim.disputes, !known.contains(where: { $0.key == disputed }) {
        let keys = known.map(\.key.description)
        let near = nearest(to: disputed.description, among: keys)
        outcomes.append(.refused(.unknownName(.claim, disputed.description, near: near)))
        continue
      }
      if let refusal = unknownMarket(claim.market) {
        outcomes.append(.refused(refusal))
        continue
      }
      known.append(claim)
      claims.append(Recorded(fact: claim, entry: entry))
      outcomes.append(.recorded)
    }
    return try close(outcomes, draft)
  }

  mutating func record(
    _ batch: [Survey], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Survey>] {
    var known = surveys(in: nil, asOf: nil)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Survey>] = []
    for survey in batch {
      if let other = known.first(where: { $0.key == survey.key }) {
        outcomes.append(other == survey ? .alreadyRecorded : .conflicting(recorded: other))
        continue
      }
      if let refusal = unknownMarket(survey.market) {
        outcomes.append(.refused(refusal))
        continue
      }
      known.append(survey)
      surveys.append(Recorded(fact: survey, entry: entry))
      outcomes.append(.recorded)
    }
    return try close(outcomes, draft)
  }

  mutating func record(
    _ batch: [ExchangeRate], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) throws(LedgerError) -> [Outcome<ExchangeRate>] {
    let before = current(rates).map(\.fact)
    let entry = lastEntry + 1
    var ofBatch: [ExchangeRate.Key: ExchangeRate] = [:]
    var outcomes: [Outcome<ExchangeRate>] = []
    for rate in batch {
      if let refusal = unknownCurrency(rate.base) ?? unknownCurrency(rate.currency) {
        outcomes.append(.refused(refusal))
        continue
      }
      if let known = ofBatch[rate.key] ?? before.last(where: { $0.key == rate.key }) {
        // Two values for one key in one batch stay a conflict: neither is the later one.
        if known.value == rate.value || rule == .refuse || ofBatch[rate.key] != nil {
          outcomes.append(
            known.value == rate.value ? .alreadyRecorded : .conflicting(recorded: known))
          continue
        }
        outcomes.append(.restated(from: known))
      } else {
        outcomes.append(.recorded)
      }
      ofBatch[rate.key] = rate
      rates.append(Recorded(fact: rate, entry: entry))
    }
    return try close(outcomes, draft)
  }

  /// In the order of joining, whatever that of the batch.
  mutating func record(
    _ batch: [Membership], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Membership>] {
    let entry = lastEntry + 1
    var outcomes = [Outcome<Membership>](repeating: .alreadyRecorded, count: batch.count)
    for place in batch.indices.sorted(by: { (batch[$0].joined, $0) < (batch[$1].joined, $1) }) {
      let given = batch[place]
      guard reference.markets.contains(where: { $0.code == given.market }) else {
        outcomes[place] = .refused(.unknownMarket(given.market.description, near: []))
        continue
      }
      let known = memberships(in: given.market, asOf: entry).filter { $0.isOfSamePerson(given) }
      outcomes[place] = outcome(of: given, among: known)
      guard outcomes[place] == .recorded else { continue }
      memberships.removeAll {
        $0.entry == entry && $0.fact.joined == given.joined && $0.fact.isOfSamePerson(given)
      }
      memberships.append(Recorded(fact: given, entry: entry))
    }
    return try close(outcomes, draft)
  }

  private func outcome(
    of given: Membership, among known: [Membership]
  ) -> Outcome<Membership> {
    guard let recorded = known.first(where: { $0.joined == given.joined }) else {
      guard let other = known.first(where: { $0.overlaps(given) }) else { return .recorded }
      return .refused(
        .alreadyMember(
          given.creator, joining: given.joined, since: other.joined, until: other.left))
    }
    guard let leaving = given.leaving else { return .alreadyRecorded }
    guard let end = recorded.leaving else { return .recorded }
    let isSame = end.day == leaving.day && (leaving.reason == nil || leaving.reason == end.reason)
    return isSame ? .alreadyRecorded : .conflicting(recorded: recorded)
  }

  mutating func record(
    _ batch: [Target], as draft: Entry.Draft, onConflict rule: ConflictRule
  ) throws(LedgerError) -> [Outcome<Target>] {
    let before = targets(in: nil, asOf: nil).map(\.target)
    let events = facts()
    let entry = lastEntry + 1
    var ofBatch: [Target.Key: Target] = [:]
    var outcomes: [Outcome<Target>] = []
    for target in batch {
      if let refusal = unknownCurrency(target.money?.currency) {
        outcomes.append(.refused(refusal))
        continue
      }
      let market: Market.Code
      switch self.market(of: target, in: events) {
      case .success(let code): market = code
      case .failure(let refusal):
        outcomes.append(.refused(refusal))
        continue
      }
      if let known = ofBatch[target.key] ?? before.first(where: { $0.key == target.key }) {
        // Two values for one key in one batch stay a conflict: neither is the later one.
        if known.amount == target.amount || rule == .refuse || ofBatch[target.key] != nil {
          outcomes.append(
            known.amount == target.amount ? .alreadyRecorded : .conflicting(recorded: known))
          continue
        }
        outcomes.append(.restated(from: known))
      } else {
        outcomes.append(.recorded)
      }
      ofBatch[target.key] = target
      targets.append(TargetRecord(target: target, market: market, entry: entry))
    }
    return try close(outcomes, draft)
  }

  private func market(of target: Target, in facts: Model) -> Result<Market.Code, LedgerError> {
    switch target.scope {
    case .market(let code):
      let isKnown = reference.markets.contains { $0.code == code }
      return isKnown ? .success(code) : .failure(.unknownMarket(code.description, near: []))
    case .event(let key):
      return facts.event(key).map { .success($0.market) } ?? .failure(unknownEvent(key))
    }
  }
}

extension Membership {
  /// Whether both are of one person, whose name is compared byte by byte.
  func isOfSamePerson(_ other: Membership) -> Bool {
    market == other.market && creator.utf8.elementsEqual(other.creator.utf8)
      && (platform ?? "").utf8.elementsEqual((other.platform ?? "").utf8)
  }
}
