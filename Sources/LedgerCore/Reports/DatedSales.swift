/// The sales that a report covers, summed in the groups that they belong to.
struct DatedSales {
  /// Sales credited to an event, by currency.
  private(set) var credited: [SaleTotals] = []
  /// Sales credited to no event, by currency.
  private(set) var uncredited: [SaleTotals] = []
  /// Sales of which it is known why they are credited, by currency; only their gross.
  private(set) var byBasis: [CreditBasis: [SaleTotals]] = [:]
  /// Sales by group, then by currency.
  private(set) var byGroup: [GroupKey: [SaleTotals]] = [:]

  /// Sales by day, then by currency, if the report is compared; days since 1970.
  private(set) var byDay: [Int64: [SaleTotals]] = [:]

  /// All sales, by currency.
  private(set) var all: [SaleTotals] = []

  /// Sums sales in the groups of a report request; in no group if it does not group.
  ///
  /// `parts`: how many parts a millionth of the given amounts has.
  init(
    _ request: MarketReport.Request, _ totals: MarketTotals, shows: [EventTotals],
    parts: Int128 = 1
  ) {
    let zone = request.period.zone
    let isByShow = request.refunds == .cohort
    if isByShow {
      let splitCounts = totals.splitOrders.countsByEvent()
      for show in shows {
        let keys = request.grouping?.keys(of: show.event, zone) ?? []
        let day = request.isCompared ? zone.day(of: show.event.startsAt).daysSince1970 : nil
        for totals in show.sales { add(totals, isCredited: true, to: keys, on: day) }
        for count in splitCounts[show.event.key] ?? [] {
          add(count.negatedOrders, isCredited: true, to: keys)
        }
      }
    }
    let range = request.period.range
    var known: [EventKey: Event] = [:]
    if totals.sales.contains(where: { $0.event != nil }) || totals.products.count > 0
      || totals.splitOrders.count > 0 || totals.spans.count > 0 || totals.bases.count > 0
    {
      for event in totals.others + totals.events.map(\.event) { known[event.key] = event }
    }
    var times = request.grouping.map { TimeKeys($0, zone) }
    for sales in totals.sales {
      if sales.isCredited, isByShow { continue }
      if let at = sales.at, !range.contains(at) { continue }
      let show = sales.event.flatMap { known[$0] }
      if !request.filter.isAll {
        guard let show, request.filter.matches(show) else { continue }
      }
      add(
        sales.totals, isCredited: sales.isCredited,
        to: Self.keys(of: sales, show, request, &times),
        on: request.isCompared ? sales.at.map { zone.day(of: $0).daysSince1970 } : nil)
    }
    addSpans(request, totals, known)
    for product in totals.products {
      let show = product.event.flatMap { known[$0] }
      guard request.filter.isAll || show.map(request.filter.matches) ?? false else { continue }
      let key = GroupKey.sold(product.name, by: request.grouping ?? .product)
      byGroup[key, default: []].add(product.totals)
    }
    addBases(request, totals, known, shows: Set(shows.map(\.event.key)))
    addSplitOrders(
      SplitOrderCounts(request, known, shows: Set(shows.map(\.event.key))), request, totals)
    credited.sort()
    uncredited.sort()
    for key in byGroup.keys { byGroup[key]?.sort() }
    byGroup = byGroup.filter { !$0.value.isEmpty }
    all = (credited + uncredited).byCurrency()
    if parts > 1 { round(from: parts) }
  }

  /// Adds refunds of which only bounds of their time are known.
  private mutating func addSpans(
    _ request: MarketReport.Request, _ totals: MarketTotals, _ known: [EventKey: Event]
  ) {
    let range = request.period.range
    var ofTime = SpannedTime(request)
    for span in totals.spans where !(span.isCredited && request.refunds == .cohort) {
      let show = span.event.flatMap { known[$0] }
      if !request.filter.isAll {
        guard let show, request.filter.matches(show) else { continue }
      }
      guard let part = span.totals(in: range) else { continue }
      add(
        part, isCredited: span.isCredited, to: Self.keys(ofShow: show, request))
      ofTime.add(part, from: span.notBefore, to: span.at)
    }
    for (key, part) in ofTime.groups { byGroup[key, default: []].add(part) }
  }

  /// Adds the sales of credits and of the rule; the others are the sales that name their show.
  private mutating func addBases(
    _ request: MarketReport.Request, _ totals: MarketTotals, _ known: [EventKey: Event],
    shows: Set<EventKey>
  ) {
    byBasis[.sale] = credited.map { SaleTotals(currency: $0.currency, gross: $0.gross) }
    for part in totals.bases {
      if request.refunds == .cohort {
        guard shows.contains(part.event) else { continue }
      } else {
        guard request.period.range.contains(part.at) else { continue }
        guard request.filter.isAll || known[part.event].map(request.filter.matches) ?? false
        else { continue }
      }
      let (currency, micros) = (part.gross.currency, part.gross.micros)
      byBasis[part.basis, default: []].add(SaleTotals(currency: currency, gross: micros))
      byBasis[.sale, default: []].add(SaleTotals(currency: currency, gross: -micros))
    }
  }

  /// Adds what orders of several shows or currencies count.
  private mutating func addSplitOrders(
    _ split: SplitOrderCounts, _ request: MarketReport.Request, _ totals: MarketTotals
  ) {
    let zone = request.period.zone
    for order in totals.splitOrders {
      let lines = split.lines(of: order)
      let day = request.isCompared ? lines.first.map { zone.day(of: $0.at).daysSince1970 } : nil
      for (isCredited, count) in split.total(lines) {
        add(count, isCredited: isCredited, to: [], on: day)
      }
      for (key, count) in split.groups(lines) { byGroup[key, default: []].add(count) }
    }
  }

  /// Rounds the sums, once each.
  private mutating func round(from parts: Int128) {
    func rounded(_ sums: [SaleTotals]) -> [SaleTotals] { sums.map { $0.rounded(from: parts) } }
    (all, credited, uncredited) = (rounded(all), rounded(credited), rounded(uncredited))
    byGroup = byGroup.mapValues(rounded)
    byBasis = byBasis.mapValues(rounded)
  }

  private mutating func add(
    _ totals: SaleTotals, isCredited: Bool, to keys: [GroupKey], on day: Int64? = nil
  ) {
    if let day { byDay[day, default: []].add(totals) }
    if isCredited { credited.add(totals) } else { uncredited.add(totals) }
    for key in keys { byGroup[key, default: []].add(totals) }
  }

  private static func keys(
    of sales: MarketTotals.Sales, _ show: Event?, _ request: MarketReport.Request,
    _ times: inout TimeKeys?
  ) -> [GroupKey] {
    guard let grouping = request.grouping else { return [] }
    if grouping.isOfTime { return sales.at.flatMap { times?.keys(at: $0) } ?? [] }
    return keys(ofShow: show, request)
  }

  /// The groups of shows; none in a report by something else.
  private static func keys(ofShow show: Event?, _ request: MarketReport.Request) -> [GroupKey] {
    guard let grouping = request.grouping, grouping.isOfShows else { return [] }
    return show.map { grouping.keys(of: $0, request.period.zone) } ?? [.none(of: grouping)]
  }
}

/// Totals by currency: there are few currencies, so a list is faster than a dictionary.
extension [SaleTotals] {
  fileprivate mutating func add(_ totals: SaleTotals) {
    let place = firstIndex { $0.currency == totals.currency }
    if let place { self[place] += totals } else { append(totals) }
  }

  /// Sorts them, without those that come to nothing.
  fileprivate mutating func sort() {
    removeAll { $0 == SaleTotals(currency: $0.currency) }
    sort { $0.currency.code < $1.currency.code }
  }
}

/// A cache of the groups of instants, because a market has sales in many quarters of an hour.
private struct TimeKeys {
  private let grouping: Grouping
  private let zone: TimeZone
  private var known: [Int64: [GroupKey]] = [:]

  init(_ grouping: Grouping, _ zone: TimeZone) {
    self.grouping = grouping
    self.zone = zone
  }

  mutating func keys(at instant: Instant) -> [GroupKey] {
    let civil = zone.civil(instant)
    let place =
      grouping == .hour ? Int64(civil.millisecondOfDay / 3_600_000) : civil.day.daysSince1970
    if let keys = known[place] { return keys }
    let keys = [grouping.key(at: instant, zone)]
    known[place] = keys
    return keys
  }
}
