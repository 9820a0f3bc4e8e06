import LedgerCore

/// What sales add up to, without any cleverness.
extension Model {
  /// The sales that are dated in the period, told apart as far as is requested.
  func sales(_ request: TotalsRequest, _ inPeriod: Set<EventKey>) -> [MarketTotals.Sales] {
    let all = sales.filter { $0.market == request.market }
    let quarter: Int64 = 900_000
    func start(_ instant: Instant) -> Instant {
      let rest = (instant.milliseconds % quarter + quarter) % quarter
      return Instant(milliseconds: instant.milliseconds - rest) ?? .earliest
    }
    struct Group: Hashable {
      let isCredited: Bool
      let event: EventKey?
      let at: Instant?
    }
    func group(_ movement: Movement) -> Group {
      let event = movement.sale.event
      return Group(
        isCredited: event != nil, event: request.sales == .eventQuarters ? event : nil,
        at: request.sales == .sums ? nil : start(movement.sale.at))
    }
    func isAsked(_ movement: Movement) -> Bool {
      let isOfShow = movement.sale.event.map(inPeriod.contains) ?? false
      return request.period.contains(movement.sale.at)
        || (request.sales == .eventQuarters && isOfShow)
    }
    let exact = all.filter { $0.sale.notBefore == nil }
    let sales = Dictionary(grouping: exact.filter(isAsked), by: group).flatMap { group, movements in
      // An order counts where its earliest line is: of the event where events are told apart.
      Self.sums(
        movements, among: all.filter { group.event == nil || $0.sale.event == group.event },
        without: splitOrders(request)
      )
      .map {
        MarketTotals.Sales(
          isCredited: group.isCredited, event: group.event, at: group.at, totals: $0)
      }
    }
    guard request.sales == .sums else { return sales }
    let refunds = all.compactMap { movement in
      movement.possible(in: request.period).map {
        MarketTotals.Sales(isCredited: movement.sale.event != nil, totals: $0)
      }
    }
    return [true, false].flatMap { isCredited in
      (sales + refunds).filter { $0.isCredited == isCredited }.map(\.totals).byCurrency()
        .map { MarketTotals.Sales(isCredited: isCredited, totals: $0) }
    }
  }

  /// The refunds with bounds, where sales are told apart by time.
  func spans(_ request: TotalsRequest, _ inPeriod: Set<EventKey>) -> [RefundSpan] {
    guard request.sales != .sums else { return [] }
    let isByEvent = request.sales == .eventQuarters
    return sales.filter { $0.market == request.market }.compactMap { movement in
      let sale = movement.sale
      guard let notBefore = sale.notBefore else { return nil }
      let isOfShow = isByEvent && sale.event.map(inPeriod.contains) ?? false
      guard isOfShow || movement.possible(in: request.period) != nil else { return nil }
      return RefundSpan(
        isCredited: sale.event != nil, event: isByEvent ? sale.event : nil, notBefore: notBefore,
        at: sale.at, totals: Self.sums([movement])[0])
    }
  }

  func products(_ request: TotalsRequest, _ inPeriod: Set<EventKey>) -> [MarketTotals.Product] {
    func belongs(_ movement: Movement) -> Bool {
      if request.refunds == .cohort, let event = movement.sale.event {
        return inPeriod.contains(event)
      }
      return request.period.contains(movement.sale.at)
    }
    struct Group: Hashable {
      let product: [UInt8]?
      let event: EventKey?
    }
    func name(_ movement: Movement) -> String? {
      request.channels ? movement.channel?.rawValue : movement.sale.product
    }
    let groups = Dictionary(grouping: sales.filter { $0.market == request.market }) { movement in
      Group(product: name(movement).map { Array($0.utf8) }, event: movement.sale.event)
    }
    func hasBounds(_ movement: Movement) -> Bool {
      movement.sale.notBefore != nil
        && (request.refunds == .processed || movement.sale.event == nil)
    }
    return groups.flatMap { group, movements in
      let exact = movements.filter { !hasBounds($0) && belongs($0) }
      let sums = Self.sums(exact, among: movements, without: splitOrders(request))
      let refunds = movements.filter(hasBounds).compactMap { $0.possible(in: request.period) }
      return (sums + refunds).byCurrency().map {
        MarketTotals.Product(name: name(movements[0]), event: group.event, totals: $0)
      }
    }
  }

  /// The orders that a request tells apart from the sums.
  func splitOrders(_ request: TotalsRequest) -> [[Sale]] {
    request.separatesSplitOrders ? splitOrders(in: request.market) : []
  }

  /// The model with the sales without an event credited by the rule of a request.
  ///
  /// What is recorded of an order goes before.
  func credited(_ request: TotalsRequest) -> Model {
    let recorded = followed().labelled()
    guard let rule = request.credit else { return recorded }
    let shows = shows.filter {
      $0.market == request.market && rule.candidates.matches($0)
    }
    func isElsewhere(_ movement: Movement) -> Bool { movement.channel.map { $0 != .live } ?? false }
    func isOpen(_ movement: Movement) -> Bool {
      guard movement.sale.event == nil, movement.market == request.market else { return false }
      let sold = recorded.soldMovements(of: movement)
      if isElsewhere(movement) { return false }
      if sold.isEmpty { return true }
      guard sold.contains(where: { $0.sale.event == nil && !isElsewhere($0) }) else { return false }
      if sold.contains(where: isElsewhere),
        !sold.contains(where: { $0.sale.key.line == movement.sale.key.line })
      {
        return false
      }
      return !recorded.mayFollow(movement) || recorded.settled(movement) != nil
    }
    var model = recorded
    model.sales = recorded.sales.map { movement in
      guard isOpen(movement) else { return movement }
      let order = recorded.sales.filter {
        isOpen($0) && Self.isSameOrder($0.sale, movement.sale)
      }
      let sold = order.filter { $0.sale.key.kind == .sale }
      let first = (sold.isEmpty ? order : sold).map(\.sale)
        .min { ($0.at, $0.key.line) < ($1.at, $1.key.line) }
      let show = first.flatMap { first in
        shows.filter { rule.reaches(first.at, from: $0) }
          .max { ($0.startsAt, $0.key) < ($1.startsAt, $1.key) }
      }
      guard let show else { return movement }
      return movement.with(movement.sale.credited(to: show.key))
    }
    return model.followed()
  }

  /// Orders and their sources are told apart by their bytes, however they look.
  static func isSameOrder(_ left: Sale, _ right: Sale) -> Bool {
    left.key.source.utf8.elementsEqual(right.key.source.utf8)
      && left.key.order.utf8.elementsEqual(right.key.order.utf8)
  }

  /// The sums of movements, by currency; an order counts where its earliest line among others is.
  static func sums(
    _ movements: [Movement], among others: [Movement]? = nil, without uncounted: [[Sale]] = []
  ) -> [SaleTotals] {
    let codes = Set(movements.map(\.sale.amount.currency.code)).sorted()
    return codes.compactMap { code in
      let own = movements.map(\.sale).filter { $0.amount.currency.code == code }
      let all = (others ?? movements).map(\.sale).filter { $0.amount.currency.code == code }
      guard let currency = own.first?.amount.currency else { return nil }
      func of(_ kind: Sale.Kind) -> [Sale] { own.filter { $0.key.kind == kind } }
      func amount(_ kind: Sale.Kind) -> Int128 { of(kind).reduce(0) { $0 + $1.amount.micros } }
      func units(_ kind: Sale.Kind) -> Int64 { of(kind).reduce(0) { $0 + $1.quantity } }
      let sold = all.filter { $0.key.kind == .sale }
      let earliest = of(.sale).filter { line in
        !sold.contains { other in
          isSameOrder(other, line) && (other.at, other.key.line) < (line.at, line.key.line)
        } && !uncounted.contains { isSameOrder($0[0], line) }
      }
      let paid = earliest.filter { line in
        sold.filter { isSameOrder($0, line) }.reduce(0) { $0 + $1.amount.micros } > 0
      }
      return SaleTotals(
        currency: currency, orders: Int64(earliest.count), paidOrders: Int64(paid.count),
        lines: Int64(own.count), units: units(.sale), unitsCancelled: units(.cancellation),
        unitsRefunded: units(.refund), gross: amount(.sale), cancelled: amount(.cancellation),
        refunded: amount(.refund), adjusted: amount(.adjustment)
      ).withoutUnits(of: own)
    }
  }
}

extension SaleTotals {
  /// The same with the lines whose units are not known.
  fileprivate func withoutUnits(of sales: [Sale]) -> SaleTotals {
    func lines(_ kind: Sale.Kind) -> Int64 {
      Int64(sales.count { $0.key.kind == kind && $0.isQuantityUnknown })
    }
    var totals = self
    totals.salesWithoutUnits = lines(.sale)
    totals.cancellationsWithoutUnits = lines(.cancellation)
    totals.refundsWithoutUnits = lines(.refund)
    return totals
  }
}

extension Model.Movement {
  /// What a refund with bounds is in a period; `nil` for other movements, and outside it.
  fileprivate func possible(in period: InstantRange) -> SaleTotals? {
    guard let notBefore = sale.notBefore else { return nil }
    let totals = Model.sums([self])[0]
    let isLate = period.start.map { sale.at < $0 } ?? false
    let isEarly = period.end.map { notBefore >= $0 } ?? false
    if isLate || isEarly { return nil }
    var part = totals
    if period.contains(notBefore) && period.contains(sale.at) {
      part.refundedWithin = totals.refunded
      return part
    }
    part = SaleTotals(currency: totals.currency)
    part.possible.lines = 1
    part.possible.refunded = totals.refunded
    part.possible.units = totals.unitsRefunded
    part.possible.withoutUnits = totals.refundsWithoutUnits
    return part
  }
}
