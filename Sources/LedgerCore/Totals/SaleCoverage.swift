/// Which events without sales sold nothing, by what is recorded of a market's coverage.
struct SaleCoverage {
  private let coverages: [Coverage]
  private let sources: [SourceOrders]
  private let credit: CreditRule?

  /// `sources`: the orders of the time that the coverages span.
  init(_ coverages: [Coverage], sources: [SourceOrders], credit: CreditRule? = nil) {
    self.coverages = coverages
    self.sources = sources
    self.credit = credit
  }

  /// What is known of the sales of an event that has no sale.
  ///
  /// It sold nothing if the coverages of all sources that credit sales include its time, from its
  /// start to its end, and if no covered source leaves all of its orders without an event.
  func knowledge(of event: Event, in currency: Currency) -> SalesKnowledge {
    let own = coverages.filter { coverage in
      (coverage.platform ?? event.platform) == event.platform
        && (coverage.creator.map { name in event.creators.contains { $0.name == name } } ?? true)
    }
    let rule = credit.flatMap { $0.candidates.matches(event) ? $0 : nil }
    let end = (event.endsAt ?? event.startsAt).milliseconds + (rule?.window ?? 0)
    let last = max(Instant(clamping: end), event.startsAt)
    func isCovered(_ source: String?) -> Bool {
      own.ofSource(source).ranges.contains { $0.contains(event.startsAt) && $0.reaches(last) }
    }
    let named = Set(own.compactMap(\.source))
    guard isCovered(nil) || named.contains(where: isCovered) else { return .unknown(.notCovered) }
    for source in sources {
      guard isCovered(source.source) else {
        if source.credited > 0 || rule != nil {
          return .unknown(.sourceNotCovered(source.source))
        }
        continue
      }
      if rule == nil, source.credited == 0, source.orders > 0 {
        return .unknown(.creditedToNone(source: source.source, orders: source.orders))
      }
    }
    return .soldNothing(currency)
  }

  /// Whether all sales of the market in a period are recorded.
  func isComplete(during period: InstantRange) -> Bool {
    guard let start = period.start, let end = period.end else { return false }
    let own = coverages.filter { $0.platform == nil && $0.creator == nil }
    func isCovered(_ source: String?) -> Bool {
      own.ofSource(source).ranges.contains { $0.contains(start) && $0.reaches(end) }
    }
    if isCovered(nil) { return true }
    let all = sources.isEmpty ? own.compactMap(\.source) : sources.map(\.source)
    return !all.isEmpty && all.allSatisfy(isCovered)
  }
}

extension [Coverage] {
  /// Those of the sales of a source; those of all sources for `nil`.
  func ofSource(_ source: String?) -> [Coverage] {
    filter { $0.source == nil || $0.source == source }
  }

  /// The stretches that they cover together, each as long as it can be, in order.
  var ranges: [InstantRange] {
    var ranges: [(start: Instant, end: Instant)] = []
    for coverage in sorted(by: { $0.startsAt < $1.startsAt }) {
      if let last = ranges.last, coverage.startsAt <= last.end {
        ranges[ranges.count - 1].end = Swift.max(last.end, coverage.endsAt)
      } else {
        ranges.append((coverage.startsAt, coverage.endsAt))
      }
    }
    return ranges.map { InstantRange(start: $0.start, end: $0.end) }
  }
}

extension InstantRange {
  /// Whether it goes on up to an instant.
  fileprivate func reaches(_ instant: Instant) -> Bool { end.map { instant <= $0 } ?? true }
}
