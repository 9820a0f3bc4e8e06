/// Credits the movements of an order that name no event to an event, by a rule.
package struct OrderCredit {
  private let rule: CreditRule
  /// Sorted by start, latest first.
  private let shows: [(id: Int64, event: Event)]
  /// The longest time after a start that any event reaches, in milliseconds.
  private let longest: Int64

  package init(_ rule: CreditRule, _ events: [Int64: Event]) {
    self.rule = rule
    shows = events.filter { rule.candidates.matches($0.value) }
      .sorted { ($0.value.startsAt, $0.value.key) > ($1.value.startsAt, $1.value.key) }
      .map { (id: $0.key, event: $0.value) }
    longest = (shows.compactMap(\.event.duration).max() ?? 0) + rule.window
  }

  /// Credits all movements of an order like its earliest sale, so that a refund follows its sale.
  package func credited(_ movements: [Movement]) -> [Movement] {
    let uncredited = movements.filter { $0.event == nil }
    let sales = uncredited.filter { $0.kind == .sale }
    guard let first = (sales.isEmpty ? uncredited : sales).min(by: { $0.isEarlier(than: $1) }),
      let show = show(at: first.at)
    else { return movements }
    return movements.map { $0.event == nil ? $0.credited(to: show) : $0 }
  }

  private func show(at instant: Instant) -> Int64? {
    for (id, event) in shows where event.startsAt <= instant {
      if rule.reaches(instant, from: event) { return id }
      if instant.milliseconds - event.startsAt.milliseconds > longest { return nil }
    }
    return nil
  }
}

extension Movement {
  fileprivate func credited(to event: Int64) -> Movement {
    Movement(
      event: event, market: market, currency: currency, product: product, kind: kind, line: line,
      at: at, quantity: quantity, micros: micros)
  }
}
