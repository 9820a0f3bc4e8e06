import LedgerCore

/// What the rules find, by going through the current facts.
///
/// All rules but ``AuditRule/endsBeforeStart`` and ``AuditRule/invisibleCharacter``: no such event
/// or sale can be made.
extension ModelBook {
  var findings: [AuditFinding] {
    let facts = facts()
    let ofEvents = current(events).flatMap { record in
      facts.event(record.fact.key).map { findings(of: $0, recordedBy: record.entry, facts) } ?? []
    }
    return ofEvents + refundsAboveSales() + refundsWithoutShow() + foreignCurrencies()
      + creditedTwice() + overlappingShows(facts) + twiceRecordedSales() + twiceRecordedShows(facts)
  }

  private func findings(
    of event: Event, recordedBy entry: Int64, _ facts: Model
  ) -> [AuditFinding] {
    let key = event.key.description
    var findings: [AuditFinding] = []
    let longAgo = (drafts.map(\.recordedAt.milliseconds).max() ?? 0) - day
    let isListed = facts.listed[event.key] == nil
    if isListed, event.endsAt == nil, event.startsAt.milliseconds < longAgo {
      findings.append(AuditFinding(rule: .noEnd, subject: key, entry: entry, detail: "has no end"))
    }
    let end = (event.endsAt ?? event.startsAt).milliseconds + 7 * day
    let far = facts.sales.map(\.sale).filter { sale in
      sale.event == event.key && sale.key.kind == .sale && sale.quantity > 0
        && (sale.at.milliseconds < event.startsAt.milliseconds - day || sale.at.milliseconds >= end)
    }
    if isListed, let first = far.map(\.at).min() {
      findings.append(
        AuditFinding(
          rule: .salesFarFromEvent, subject: key, entry: entry,
          detail: "units sold more than a day before it starts or 7 days after it ends, from "
            + "\("\(first)".prefix(10)) on: \(far.reduce(0) { $0 + $1.quantity })"))
    }
    findings += above(.uniqueAboveViews, .uniqueViewers, .views, of: event, facts)
    findings += above(
      .clicksAboveImpressions, .productClicks, .productImpressions, of: event, facts)
    return findings + falls(of: event, facts) + reports(of: event, facts)
  }

  /// Whether the last count of a metric is above that of another one.
  private func above(
    _ rule: AuditRule, _ metric: Metric, _ other: Metric, of event: Event, _ facts: Model
  ) -> [AuditFinding] {
    guard let last = facts.curve(of: event.key, metric).last,
      let limit = facts.curve(of: event.key, other).last, last.count > limit.count
    else { return [] }
    return [
      AuditFinding(
        rule: rule, subject: event.key.description, entry: entry(of: last),
        detail: "\(last.count) \(metric.rawValue) and \(limit.count) \(other.rawValue)")
    ]
  }

  private func falls(of event: Event, _ facts: Model) -> [AuditFinding] {
    Metric.allCases.filter { $0.kind != .gauge }.compactMap { metric in
      let curve = facts.curve(of: event.key, metric)
      let falls = zip(curve, curve.dropFirst()).filter { $1.count < $0.count }
      guard let (before, after) = falls.first else { return nil }
      return AuditFinding(
        rule: .fallingTotal, subject: "\(event.key)/\(metric.rawValue)", entry: entry(of: after),
        detail: "fell \(falls.count == 1 ? "once" : "\(falls.count) times"), "
          + "first from \(before.count) to \(after.count) at \(after.at)")
    }
  }

  /// The entry that recorded a current count.
  private func entry(of count: AudienceCount) -> Int64? {
    current(counts).filter { $0.fact.key == count.key }.map(\.entry).max()
  }

  /// What platforms reported for an event that cannot be, or is not what its order lines say.
  private func reports(of event: Event, _ facts: Model) -> [AuditFinding] {
    let reported = current(totals).filter { $0.fact.event == event.key }
    var findings: [AuditFinding] = []
    for average in reported where average.fact.measure == .averageConcurrent {
      for peak in reported
      where peak.fact.measure == .peakConcurrent && peak.fact.isReported(with: average.fact)
        && average.fact.micros > peak.fact.micros
      {
        findings.append(
          AuditFinding(
            rule: .averageAbovePeak, subject: event.key.description, entry: average.entry,
            detail: "\(average.fact.key.source) reports an average of "
              + "\(average.fact.decimal) viewers at once and a peak of \(peak.fact.decimal)"))
      }
    }
    // What was recorded for the show itself, without refunds that follow the show of their order.
    let recorded = Model.sums(facts.sales.filter { $0.sale.event == event.key })
    for total in facts.totals(event).reported where [.gmvGross, .gmvPlaced].contains(total.measure)
    {
      guard let own = recorded.first(where: { $0.currency == total.money?.currency }),
        let entry = reported.last(where: { $0.fact == total })?.entry,
        (total.micros - own.gross).magnitude * 100 > max(total.micros, own.gross)
      else { continue }
      findings.append(
        AuditFinding(
          rule: .reportedDiffers, subject: event.key.description, entry: entry,
          detail: "\(total.key.source) reports \(total.measure.rawValue) of \(total.decimal) "
            + "\(own.currency.code); the order lines come to \(Decimal(micros: own.gross).text())"))
    }
    return findings
  }

  private func refundsAboveSales() -> [AuditFinding] {
    struct Order: Hashable {
      let source: [UInt8]
      let number: [UInt8]
    }
    let orders = Dictionary(grouping: current(sales)) { movement in
      Order(
        source: Array(movement.fact.sale.key.source.utf8),
        number: Array(movement.fact.sale.key.order.utf8))
    }
    return orders.values.flatMap { order -> [AuditFinding] in
      Set(order.map(\.fact.sale.amount.currency)).compactMap { currency in
        let own = order.map(\.fact.sale).filter { $0.amount.currency == currency }
        let sold = own.filter { $0.key.kind == .sale }
        let back = own.filter { [.cancellation, .refund].contains($0.key.kind) }
        let gross = sold.reduce(0) { $0 + $1.amount.micros }
        let returned = -back.reduce(0) { $0 + $1.amount.micros }
        guard let key = sold.first?.key, returned > gross else { return nil }
        func text(_ micros: Int128) -> String {
          "\(Money(micros: micros, currency: currency).exactText) \(currency.code)"
        }
        return AuditFinding(
          rule: .refundAboveSale, subject: "\(key.source)/\(key.order)",
          entry: order.map(\.entry).max(),
          detail: "\(text(returned)) came back of \(text(gross))")
      }
    }
  }

  private func refundsWithoutShow() -> [AuditFinding] {
    let facts = facts().followed()
    let open = reference.markets.flatMap { facts.unsettled(in: $0.code) }
    struct Group: Hashable {
      let order: [UInt8]
      let market: Market.Code
      let currency: Currency
    }
    let groups = Dictionary(grouping: open) { movement in
      let key = movement.sale.key
      return Group(
        order: Array(key.source.utf8) + [0] + Array(key.order.utf8), market: movement.market,
        currency: movement.sale.amount.currency)
    }
    return groups.values.map { movements in
      let (key, currency) = (movements[0].sale.key, movements[0].sale.amount.currency)
      let back = Money(
        micros: movements.reduce(0) { $0 - $1.sale.amount.micros }, currency: currency)
      let order = current(sales).filter { Model.isSameOrder($0.fact.sale, movements[0].sale) }
      return AuditFinding(
        rule: .refundWithoutShow, subject: "\(key.source)/\(key.order)",
        entry: order.map(\.entry).max(),
        detail: "\(back.exactText) \(currency.code) came back and names no show, "
          + "nor do the lines sold say which")
    }
  }

  private func foreignCurrencies() -> [AuditFinding] {
    reference.markets.flatMap { market -> [AuditFinding] in
      let foreign = current(sales).filter {
        $0.fact.market == market.code && $0.fact.sale.amount.currency != market.currency
      }
      let codes = Dictionary(grouping: foreign) { $0.fact.sale.amount.currency.code }
      return codes.sorted { $0.key < $1.key }.map { code, movements in
        AuditFinding(
          rule: .foreignCurrency, subject: "\(market.code)/\(code)", entry: movements[0].entry,
          detail: "movements in \(code), where the currency is \(market.currency.code): "
            + "\(movements.count)")
      }
    }
  }

  /// Each show that begins before the one of its creator that lasts longest so far has ended.
  private func overlappingShows(_ facts: Model) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    for creator in Set(facts.shows.flatMap(\.creators).map(\.name)).sorted() {
      let shows = facts.shows.filter { $0.creators.map(\.name).contains(creator) }
        .sorted { ($0.startsAt, $0.key) < ($1.startsAt, $1.key) }
      var longest: (key: EventKey, end: Instant)?
      for show in shows {
        guard let end = show.endsAt else { continue }
        if let before = longest, show.startsAt < before.end {
          findings.append(
            AuditFinding(
              rule: .overlappingShows, subject: "\(before.key)/\(show.key)",
              entry: current(events).first { $0.fact.key == show.key }?.entry,
              detail: "\(creator) appears in both at one time",
              recorded: "\(hash(of: creator) ?? "") appears in both at one time"))
          if end <= before.end { continue }
        }
        longest = (show.key, end)
      }
    }
    return findings
  }

  private var day: Int64 { 86_400_000 }
}

extension ReportedTotal {
  var micros: Int128 {
    switch amount {
    case .number(let number): number.micros
    case .money(let money): money.micros
    }
  }

  fileprivate var decimal: String { Decimal(micros: micros).text() }

  /// Whether both are figures of one report.
  fileprivate func isReported(with other: ReportedTotal) -> Bool {
    key.observedAt == other.key.observedAt
      && key.source.utf8.elementsEqual(other.key.source.utf8)
  }
}
