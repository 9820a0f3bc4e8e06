/// The facts that a report needs and the book does not have.
struct MissingFacts {
  /// One sentence for each gap.
  let sentences: [String]

  init(_ events: [EventTotals], hasSales: Bool, unsettled: [SaleTotals] = []) {
    var sentences: [String] = []
    func say(_ what: String, _ missing: Int) {
      guard missing > 0 else { return }
      sentences.append(
        "\(what) for \(missing) of \(events.count) show\(events.count == 1 ? "" : "s")")
    }
    if events.isEmpty { sentences.append("no shows") }
    say("no end", events.count { $0.event.endsAt == nil })
    say("no audience counts", events.count { $0.audience.isEmpty })
    for metric in Metric.expected {
      // Events without any count are named above.
      say(
        "no count of \(metric.rawValue)",
        events.count { event in
          !event.audience.isEmpty && !event.audience.contains { $0.metric == metric }
        })
    }
    if !hasSales, events.isEmpty || events.contains(where: \.isOfUnknownSales) {
      sentences.append("no sales")
    } else {
      say("no sales", events.count { $0.knowledge == .unknown(.notCovered) })
    }
    var gaps: [SalesGap] = []
    for event in events {
      guard case .unknown(let gap) = event.knowledge, gap != .notCovered, !gaps.contains(gap)
      else { continue }
      gaps.append(gap)
      let count = events.count { $0.knowledge == .unknown(gap) }
      sentences.append(
        "no sales that are known for \(count) of \(events.count) "
          + "show\(events.count == 1 ? "" : "s"): \(gap)")
    }
    for totals in unsettled {
      let amount = Money(
        micros: -(totals.cancelled + totals.refunded), currency: totals.currency)
      sentences.append(
        "no show for refunds or cancellations of "
          + "\(amount.exactText) \(amount.currency.code): their orders do not say which")
    }
    self.sentences = sentences
  }
}
