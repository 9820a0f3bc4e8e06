/// A market's totals in one currency: each movement at the exchange rate of its day.
struct ConvertedTotals {
  private(set) var totals: MarketTotals
  private(set) var conversion: ReportConversion

  /// Converts totals that separate sales by event and quarter of an hour.
  ///
  /// `zone`: the time zone that decides the day of a movement.
  init(_ given: MarketTotals, to currency: Currency, by rates: ExchangeRates, zone: TimeZone) {
    var converter = Converter(currency: currency, rates: rates)
    let sales = given.sales.compactMap { sales -> MarketTotals.Sales? in
      guard let at = sales.at,
        let totals = converter.convert(sales.totals, of: zone.day(of: at))
      else { return nil }
      return MarketTotals.Sales(
        isCredited: sales.isCredited, event: sales.event, at: at, totals: totals)
    }
    let byEvent = Dictionary(grouping: sales.filter { $0.event != nil }) { $0.event }
    let splitOrders = given.splitOrders.map { $0.converted(to: currency) }
    let splitCounts = splitOrders.countsByEvent()
    let events = given.events.map { show in
      let own = (byEvent[show.event.key] ?? []).map(\.totals)
      return EventTotals(
        event: show.event, audience: show.audience,
        sales: own.isEmpty ? [] : (own + (splitCounts[show.event.key] ?? [])).byCurrency(),
        orders: own.isEmpty ? 0 : show.orders,
        reported: show.reported.compactMap {
          converter.convert($0, of: zone.day(of: $0.key.observedAt))
        },
        retained: show.retained, knowledge: show.knowledge.converted(to: currency))
    }
    totals = MarketTotals(
      events: events, others: given.others, sales: sales, splitOrders: splitOrders,
      unsettled: given.unsettled)
    conversion = converter.conversion
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
  /// The largest amount, in micros: ten million of them, times a metric's factor, fit in 128 bits.
  private static let largest: UInt128 = 1_000_000_000_000_000_000_000_000

  init(currency: Currency, rates: ExchangeRates) {
    self.currency = currency
    self.rates = rates
    conversion = ReportConversion(currency: currency)
  }

  mutating func convert(_ totals: SaleTotals, of day: CalendarDay) -> SaleTotals? {
    var amounts: [Int128] = []
    for micros in [totals.gross, totals.cancelled, totals.refunded, totals.adjusted] {
      switch rates.convert(Money(micros: micros, currency: totals.currency), of: day, to: currency)
      {
      case .success(let done):
        guard done.amount.micros.magnitude <= Self.largest else {
          leaveOut(totals, .tooLarge)
          return nil
        }
        note(done)
        amounts.append(done.amount.micros)
      case .failure(let failure):
        leaveOut(totals, failure)
        return nil
      }
    }
    return SaleTotals(
      currency: currency, orders: totals.orders, paidOrders: totals.paidOrders,
      lines: totals.lines, units: totals.units, unitsCancelled: totals.unitsCancelled,
      unitsRefunded: totals.unitsRefunded, gross: amounts[0], cancelled: amounts[1],
      refunded: amounts[2], adjusted: amounts[3])
  }

  /// Converts a reported total; `nil` if there is no exchange rate, and the total is not shown.
  mutating func convert(_ total: ReportedTotal, of day: CalendarDay) -> ReportedTotal? {
    guard let money = total.money else { return total }
    guard case .success(let done) = rates.convert(money, of: day, to: currency),
      done.amount.micros.magnitude <= Self.largest
    else { return nil }
    note(done)
    return try? ReportedTotal(
      event: total.event, measure: total.measure, source: total.key.source,
      observedAt: total.key.observedAt, amount: .money(done.amount))
  }

  private mutating func note(_ done: Conversion) {
    for rate in done.rates {
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
