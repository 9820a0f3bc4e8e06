import LedgerCore
import LedgerImport

/// Where a request leaves something open, the book's setting decides: all of that is here.
extension Book {
  /// The setting that applies as of an entry, which is used from now on; `nil` if it is not set.
  func use(_ name: SettingName, asOf entry: Int64?) throws(LedgerError) -> SettingRecord? {
    guard let record = try ledger.settings(asOf: entry).first(where: { $0.setting.name == name })
    else { return nil }
    use(record)
    return record
  }

  private func use(_ record: SettingRecord) {
    if !usedSettings.contains(record) { usedSettings.append(record) }
  }

  // MARK: Zones

  /// The zone of a market's days: the one that is named, else that of the setting, else the
  /// market's principal one; without a market, UTC.
  func dayZone(
    _ name: String?, in market: Market?, asOf entry: Int64?
  ) throws(LedgerError) -> DayZone {
    if let name { return DayZone(zone: try zone(name), basis: .given) }
    guard let market else { return DayZone(zone: .utc, basis: .given) }
    if let setting = try use(.zone(market.code), asOf: entry), let value = setting.setting.value {
      return DayZone(zone: try zone(value), basis: .set, setting: setting)
    }
    let principal = market.principalZone
    let isAssumed = market.timeZone == nil && principal?.isAssumed ?? true
    let chosen = DayZone(
      zone: try zone(market.timeZone ?? principal?.name ?? "UTC"),
      basis: isAssumed ? .assumed : .principal)
    if isAssumed { assumedZones[market.code] = chosen.zone.name }
    return chosen
  }

  /// A zone as the book keeps it, so that reports and SQL agree; `TZDIR` takes precedence.
  func zone(_ name: String) throws(LedgerError) -> TimeZone {
    guard zones.isOwn, let kept = try keptRelease(), kept != ZoneDatabase.release,
      let keeper = ledger as? any KeepsZones
    else { return try zones.zone(name) }
    let changes = try keeper.clockChanges(of: name)
    guard !changes.isEmpty, TimeZone(offset: name) == nil else { return try zones.zone(name) }
    return TimeZone(name: name, kept: changes, around: ZoneDatabase.zone(name))
  }

  /// The release of the tz database that days are counted by; `nil` if it is not known.
  func zoneRelease() throws(LedgerError) -> String? {
    zones.isOwn ? try keptRelease() ?? zones.release : zones.release
  }

  private func keptRelease() throws(LedgerError) -> String? {
    try (ledger as? any KeepsZones)?.zoneRelease()
  }

  /// The days and the state of the book that a report is asked for.
  ///
  /// A day as of which it answers ends by the zone of today, which says which zone applied then.
  func span(
    _ days: DayRange, asOf: String?, in market: Market
  ) throws(LedgerError) -> Span {
    let known = usedSettings
    let moment = try moment(asOf: asOf, in: dayZone(days.zone, in: market, asOf: nil).zone)
    usedSettings = known
    let chosen = try dayZone(days.zone, in: market, asOf: moment.entry)
    return Span(
      period: try period(days, in: chosen), entry: moment.entry, now: moment.now,
      setting: chosen.setting)
  }

  /// Reads an instant; one without a zone is read in the zone that is named, else in that of the
  /// setting of its market, else in the one that is certain there.
  ///
  /// `market`: only asked for where it is needed.
  /// - Throws: ``LedgerError/time(field:value:error:)``,
  ///   ``LedgerError/invalid(field:value:reason:)``, or what `market` throws.
  func instant(
    _ text: String, zone: String?, field: String,
    in market: () throws(LedgerError) -> Market.Code?
  ) throws(LedgerError) -> Instant {
    do { return try zones.instant(text, zone: zone, field: field) } catch {
      guard zone == nil, case .time(_, _, .noZone) = error, let code = try market() else {
        throw error
      }
      if let setting = try use(.zone(code), asOf: nil) {
        return try zones.instant(text, zone: setting.setting.value, field: field)
      }
      guard let name = try ledger.reference().market(code.description).certainZone else {
        throw error
      }
      principalZones[code] = name
      return try zones.instant(text, zone: name, field: field)
    }
  }

  /// The zone that is named, else that of the setting of a market, else the one that is certain
  /// there; `nil` if there is none.
  func certainZone(
    _ zone: String?, in market: Market.Code
  ) throws(LedgerError) -> TimeZone? {
    if let zone { return try zones.zone(zone) }
    if let value = try use(.zone(market), asOf: nil)?.setting.value { return try zones.zone(value) }
    guard let name = try ledger.reference().market(market.description).certainZone else {
      return nil
    }
    principalZones[market] = name
    return try zones.zone(name)
  }

  /// The zones of local times of a file that names none: what is set for a market, else the zone
  /// of a country in which nearly everyone lives by one clock.
  func marketZones(_ reference: Reference) throws(LedgerError) -> MarketZones {
    var bases: [Market.Code: MarketZones.Basis] = [:]
    for market in reference.markets {
      if let name = market.certainZone { bases[market.code] = .principal(name) }
    }
    var kept: [Market.Code: TimeZone] = [:]
    for record in try ledger.settings(asOf: nil) {
      let name = record.setting.name
      guard name.kind?.definition.values == .timeZone, let market = name.market,
        let value = record.setting.value
      else { continue }
      bases[market] = .set(record)
      kept[market] = try zone(value)
    }
    // A book is not read on the thread that reads the rows.
    if zones.isOwn, try keptRelease().map({ $0 != ZoneDatabase.release }) ?? false {
      for case (let market, .principal(let name)) in bases { kept[market] = try zone(name) }
    }
    return MarketZones(bases) { [zones, kept] market, basis in
      if let zone = kept[market] { return zone }
      guard case .principal(let name) = basis else { return nil }
      do throws(LedgerError) { return try zones.zone(name) } catch { return nil }
    }
  }

  /// Notes the zones that local times of a file were read in.
  func use(_ zones: MarketZones) {
    for (market, basis) in zones.used {
      switch basis {
      case .set(let record): use(record)
      case .principal(let name): principalZones[market] = name
      }
    }
  }

  // MARK: Rules

  /// The credit rule that is named, else that of the setting, and the setting.
  ///
  /// - Throws: ``LedgerError`` for a rule that does not parse, or that names nothing in the book.
  func credit(
    _ given: String?, asOf entry: Int64?
  ) throws(LedgerError) -> (rule: CreditRule?, setting: SettingRecord?) {
    let setting = given == nil ? try use(.credit, asOf: entry) : nil
    guard let text = given ?? setting?.setting.value, text != ReportRequest.noRule else {
      return (nil, setting)
    }
    let rule = try CreditRule(text)
    try ledger.checkNames(rule.candidates, asOf: entry)
    return (rule, setting)
  }

  /// The credit rule and the currency of a report, and the settings among them.
  func rules(
    of request: ReportRequest, asOf entry: Int64?
  ) throws(LedgerError) -> (credit: CreditRule?, currency: String?, settings: [SettingRecord]) {
    let credit = try credit(request.credit, asOf: entry)
    if let currency = request.currency {
      let code = currency == ReportRequest.noRule ? nil : currency
      return (credit.rule, code, [credit.setting].compactMap(\.self))
    }
    // Groups by product or channel keep currencies apart.
    let setting = request.grouping?.isOfLines ?? false ? nil : try use(.currency, asOf: entry)
    return (credit.rule, setting?.setting.value, [credit.setting, setting].compactMap(\.self))
  }

  /// A policy, and the setting that names it.
  func policy(
    _ policy: ReadinessRequest.Policy, _ reference: Reference, asOf entry: Int64?
  ) throws -> (policy: ReadinessPolicy, setting: SettingRecord?) {
    guard policy == .setting, let setting = try use(.policy, asOf: entry),
      let value = setting.setting.value
    else { return (try self.policy(policy, reference), nil) }
    return (try self.policy(.file(path(ofSetting: value)), reference), setting)
  }

  /// The path of a file that a setting names: a relative one begins at the folder of the book.
  func path(ofSetting value: String) -> String {
    guard !value.hasPrefix("/"), let slash = place.lastIndex(of: "/") else {
      // `-` is a file here: a setting cannot be read from standard input.
      return value == "-" ? "./-" : value
    }
    return place[...slash] + value
  }
}
