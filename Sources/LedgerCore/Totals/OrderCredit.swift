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
  ///
  /// What is recorded of the order goes before: of an order whose sales all name an event, and of a
  /// refund of which the sales do not say whose it is, nothing is credited by the rule.
  package func credited(_ movements: [Movement]) -> [Movement] {
    let order = RecordedCredit.follow(movements)
    let isSold = order.contains { $0.kind == .sale }
    let unsettled = isSold ? RecordedCredit.unsettled(order) : []
    // What a video sold, no show did; nor can it be told of what came back of a part of the order.
    let hasElsewhere = order.contains { $0.kind == .sale && $0.isElsewhere }
    let sold = Set(order.filter { $0.kind == .sale }.map(\.line))
    let uncredited = order.filter { movement in
      movement.event == nil && !unsettled.contains(movement) && !movement.isElsewhere
        && !(hasElsewhere && !sold.contains(movement.line))
    }
    let sales = uncredited.filter { $0.kind == .sale }
    guard !(isSold && sales.isEmpty),
      let first = (sales.isEmpty ? uncredited : sales).min(by: { $0.isEarlier(than: $1) }),
      let show = show(at: first.at)
    else { return order }
    return RecordedCredit.follow(
      order.map { uncredited.contains($0) ? $0.credited(to: show) : $0 })
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
  /// Whether something else than a show is known to have sold it.
  fileprivate var isElsewhere: Bool { channel.map { $0 != .live } ?? false }
}
