import LedgerCore

/// Claims, surveys, rates, memberships and targets as they were when an entry was the last.
extension ModelBook {
  func claims(in market: Market.Code?, asOf entry: Int64?) -> [Claim] {
    current(claims, asOf: entry).filter { market == nil || $0.fact.market == market }
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
    current(surveys, asOf: entry).filter { market == nil || $0.fact.market == market }
      .sorted { place($0) < place($1) }.map(\.fact)
  }

  private func place(_ survey: Recorded<Survey>) -> (String, String, Int64, String) {
    let last = survey.fact.until ?? survey.fact.date
    return (
      "\(last.lastDay)", "\(survey.fact.date.firstDay)", survey.entry, "\(survey.fact.key)"
    )
  }

  /// Of several under one key the last that was recorded.
  func rates(
    between currencies: Set<Currency>?, on days: ClosedRange<CalendarDay>, asOf entry: Int64?
  ) -> [ExchangeRate] {
    var latest: [ExchangeRate.Key: ExchangeRate] = [:]
    for rate in current(rates, asOf: entry).map(\.fact) where days.contains(rate.day) {
      if let currencies, !currencies.contains(rate.base) || !currencies.contains(rate.currency) {
        continue
      }
      latest[rate.key] = rate
    }
    return latest.values.sorted {
      ($0.base.code, $0.currency.code, $0.day) < ($1.base.code, $1.currency.code, $1.day)
    }
  }

  /// Of several under one key the last that was recorded.
  func memberships(in market: Market.Code, asOf entry: Int64?) -> [Membership] {
    var latest: [Membership] = []
    for membership in current(memberships, asOf: entry).map(\.fact)
    where membership.market == market {
      latest.removeAll { $0.joined == membership.joined && $0.isOfSamePerson(membership) }
      latest.append(membership)
    }
    return latest.sorted {
      ($0.joined, $0.creator, $0.platform ?? "") < ($1.joined, $1.creator, $1.platform ?? "")
    }
  }

  /// Of several under one key the last that was recorded.
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

  func eventNames(asOf entry: Int64?) -> EventNames {
    let shows = current(events, asOf: entry).map(\.fact)
    let all = shows + current(amendments, asOf: entry).map(\.fact)
    let members = current(memberships, asOf: entry).map(\.fact)
    let aliases = current(aliases, asOf: entry).map(\.fact)
    func added(_ names: Set<String>, _ kind: Alias.Kind) -> Set<String> {
      names.union(
        aliases.filter { $0.kind == kind && names.contains($0.name) }.map(\.canonical))
    }
    return EventNames(
      keys: Set(shows.map(\.key.description)),
      platforms: Set(all.map(\.platform) + members.compactMap(\.key.platform)),
      brands: added(Set(all.flatMap(\.brands)), .brand),
      creators: added(
        Set(all.flatMap(\.creators).map(\.name) + members.map(\.creator)), .creator))
  }
}
