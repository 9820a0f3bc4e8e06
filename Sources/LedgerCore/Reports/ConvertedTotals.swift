/// A market's totals in one currency: each movement at the exchange rate of its day.
///
/// Orders and units need no rate, so they are all there. An amount without a rate is left out, and
/// the totals say so.
struct ConvertedTotals {
  /// How many parts a millionth of an amount has, so that sums are rounded once, at the end.
  static let parts: Int128 = 1_000_000_000_000

  /// The totals, with amounts of sales in ``parts`` of a millionth.
  private(set) var totals: MarketTotals
  private(set) var conversion: ReportConversion

  /// Converts totals that separate sales by event and quarter of an hour.
  ///
  /// `zone`: the time zone that decides the day of a movement.
  init(_ given: MarketTotals, to currency: Currency, by rates: ExchangeRates, zone: TimeZone) {
    var converter = Converter(currency: currency, rates: rates)
    let sales = given.sales.compactMap { sales -> MarketTotals.Sales? in
      guard let at = sales.at else { return nil }
      return MarketTotals.Sales(
        isCredited: sales.isCredited, event: sales.event, at: at,
        totals: converter.convert(sales.totals, of: zone.day(of: at)))
    }
    // The day of a refund with bounds is not known: it has the rate of the earliest.
    let spans = given.spans.map { span in
      RefundSpan(
        isCredited: span.isCredited, event: span.event, notBefore: span.notBefore, at: span.at,
        totals: converter.convert(span.totals, of: zone.day(of: span.notBefore)))
    }
    let dated = sales.map { ($0.event, $0.totals) } + spans.map { ($0.event, $0.totals) }
    let byEvent = Dictionary(grouping: dated.filter { $0.0 != nil }) { $0.0 }
    let splitOrders = given.splitOrders.map { $0.converted(to: currency) }
    let splitCounts = splitOrders.countsByEvent()
    let events = given.events.map { show in
      let own = (byEvent[show.event.key] ?? []).map(\.1)
      var unconverted: [Measure] = []
      let reported = show.reported.compactMap { total -> ReportedTotal? in
        let done = converter.convert(total, of: zone.day(of: total.key.observedAt))
        if done == nil { unconverted.append(total.measure) }
        return done
      }
      return EventTotals(
        event: show.event, audience: show.audience,
        sales: own.isEmpty ? [] : (own + (splitCounts[show.event.key] ?? [])).byCurrency(),
        orders: show.orders, reported: reported, retained: show.retained, watched: show.watched,
        unconverted: unconverted,
        knowledge: show.knowledge.converted(to: currency))
    }
    totals = MarketTotals(
      events: events, others: given.others, sales: sales, spans: spans, splitOrders: splitOrders,
      unsettled: given.unsettled,
      bases: given.bases.compactMap { converter.convert($0, of: zone.day(of: $0.at)) })
    conversion = converter.conversion
  }

  /// A show whose sales are rounded to millionths.
  static func rounded(_ show: EventTotals) -> EventTotals {
    EventTotals(
      event: show.event, audience: show.audience,
      sales: show.sales.map { $0.rounded(from: parts) }, orders: show.orders,
      reported: show.reported, retained: show.retained, watched: show.watched,
      unconverted: show.unconverted,
      knowledge: show.knowledge)
  }
}

/// What was converted for a report, and what could not be.
public struct ReportConversion: Equatable, Sendable {
  /// Sales in one currency that are left out because they could not be converted.
  public struct Gap: Equatable, Sendable {
    /// Their totals.
    public let totals: SaleTotals
    /// Why they could not be converted: the first reason, if there are several days.
    public let reason: String
  }

  /// The currency of the report.
  public let currency: Currency
  /// The sources that published the exchange rates.
  public internal(set) var sources: [String] = []
  /// The earliest day of an exchange rate that was used; `nil` if none was.
  public internal(set) var firstDay: CalendarDay?
  /// The latest day of an exchange rate that was used.
  public internal(set) var lastDay: CalendarDay?
  /// What is left out, by currency.
  public internal(set) var gaps: [Gap] = []
}

private struct Converter {
  let currency: Currency
  let rates: ExchangeRates
  private(set) var conversion: ReportConversion
  /// How much more can be added up, in parts of a millionth, so that every sum fits in 128 bits.
  private var room = UInt128(Int128.max) / 2
  /// The largest reported total, in micros: ten million of them, times a metric's factor, fit.
  private static let largest: UInt128 = 1_000_000_000_000_000_000_000_000

  init(currency: Currency, rates: ExchangeRates) {
    self.currency = currency
    self.rates = rates
    conversion = ReportConversion(currency: currency)
  }

  /// Converts amounts to parts of a millionth.
  mutating func convert(_ totals: SaleTotals, of day: CalendarDay) -> SaleTotals {
    var copy = SaleTotals(
      currency: currency, orders: totals.orders, paidOrders: totals.paidOrders,
      lines: totals.lines, units: totals.units, unitsCancelled: totals.unitsCancelled,
      unitsRefunded: totals.unitsRefunded)
    copy.salesWithoutUnits = totals.salesWithoutUnits
    copy.cancellationsWithoutUnits = totals.cancellationsWithoutUnits
    copy.refundsWithoutUnits = totals.refundsWithoutUnits
    let unconverted = UnconvertedAmounts(all: totals)
    if unconverted.parts.isEmpty { return copy }
    do throws(ConversionFailure) {
      let path = try rates.path(from: totals.currency, to: currency, on: day).get()
      let parts = ConvertedTotals.parts
      (copy.gross, copy.cancelled) = (
        try path.convert(totals.gross, parts), try path.convert(totals.cancelled, parts)
      )
      (copy.refunded, copy.adjusted) = (
        try path.convert(totals.refunded, parts), try path.convert(totals.adjusted, parts)
      )
      try take(copy)
      note(path.rates)
      return copy
    } catch {
      leaveOut(totals, error)
      (copy.gross, copy.cancelled, copy.refunded, copy.adjusted) = (0, 0, 0, 0)
      copy.unconverted = unconverted
      return copy
    }
  }

  /// Converts sales to parts of a millionth; `nil` if they are left out, which is noted elsewhere.
  func convert(_ credited: CreditedGross, of day: CalendarDay) -> CreditedGross? {
    guard
      let path = try? rates.path(from: credited.gross.currency, to: currency, on: day).get(),
      let micros = try? path.convert(credited.gross.micros, ConvertedTotals.parts)
    else { return nil }
    return CreditedGross(
      basis: credited.basis, event: credited.event, at: credited.at,
      gross: Money(micros: micros, currency: currency))
  }

  private mutating func take(_ totals: SaleTotals) throws(ConversionFailure) {
    for amount in [totals.gross, totals.cancelled, totals.refunded, totals.adjusted] {
      guard amount.magnitude <= room else { throw .tooLarge }
      room -= amount.magnitude
    }
  }

  /// Converts a reported total; `nil` if there is no exchange rate, and the total is not shown.
  mutating func convert(_ total: ReportedTotal, of day: CalendarDay) -> ReportedTotal? {
    guard let money = total.money else { return total }
    guard case .success(let done) = rates.convert(money, of: day, to: currency),
      done.amount.micros.magnitude <= Self.largest
    else { return nil }
    note(done.rates)
    return try? ReportedTotal(
      event: total.event, measure: total.measure, source: total.key.source,
      observedAt: total.key.observedAt, amount: .money(done.amount))
  }

  private mutating func note(_ rates: [ExchangeRate]) {
    for rate in rates {
      if !conversion.sources.contains(rate.source) { conversion.sources.append(rate.source) }
      conversion.firstDay = min(conversion.firstDay ?? rate.day, rate.day)
      conversion.lastDay = max(conversion.lastDay ?? rate.day, rate.day)
    }
  }

  private mutating func leaveOut(_ totals: SaleTotals, _ failure: ConversionFailure) {
    let place = conversion.gaps.firstIndex { $0.totals.currency == totals.currency }
    guard let place else {
      conversion.gaps.append(.init(totals: totals, reason: failure.description))
      return
    }
    var sum = conversion.gaps[place].totals
    sum += totals
    conversion.gaps[place] = .init(totals: sum, reason: conversion.gaps[place].reason)
  }
}

extension SalesKnowledge {
  /// What sold nothing in one currency sold nothing in another.
  fileprivate func converted(to currency: Currency) -> SalesKnowledge {
    if case .soldNothing = self { .soldNothing(currency) } else { self }
  }
}
