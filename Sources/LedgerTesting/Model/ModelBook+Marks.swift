import LedgerCore

/// What happened in shows, and how that is recorded.
extension ModelBook {
  func marks(_ filter: MarkFilter, asOf entry: Int64?) -> [MarkRecord] {
    let markets = Dictionary(
      current(events, asOf: entry).map { ($0.fact.key, $0.fact.market) },
      uniquingKeysWith: { first, _ in first })
    return current(marks, asOf: entry).compactMap { mark in
      markets[mark.fact.event].map {
        MarkRecord(mark: mark.fact, market: $0, entry: mark.entry)
      }
    }
    .filter(filter.includes).enumerated().sorted { one, other in
      let (first, second) = (one.element.mark, other.element.mark)
      return (first.event, first.startsAt, first.kind.rawValue, one.offset)
        < (second.event, second.startsAt, second.kind.rawValue, other.offset)
    }.map(\.element)
  }

  mutating func record(
    _ batch: [Mark], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Mark>] {
    let keys = facts().events.map(\.key)
    var known = current(marks).map(\.fact)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Mark>] = []
    for mark in batch {
      if !keys.contains(mark.event) {
        outcomes.append(.refused(unknownEvent(mark.event)))
      } else if let own = known.first(where: { $0.hasKey(of: mark) }) {
        outcomes.append(
          own.endsAt == mark.endsAt ? .alreadyRecorded : .conflicting(recorded: own))
      } else {
        known.append(mark)
        marks.append(Recorded(fact: mark, entry: entry))
        outcomes.append(.recorded)
      }
    }
    return try close(outcomes, draft)
  }

  func soldLines(
    in market: Market.Code, of events: Set<EventKey>, asOf entry: Int64?
  ) -> [SoldLine] {
    let all = facts(asOf: entry).sales.filter { $0.market == market }.map(\.sale)
    let sold = all.filter { sale in
      sale.key.kind == .sale && sale.event.map(events.contains) ?? false
    }
    return all.filter { sale in sold.contains { Model.isSameOrder($0, sale) } }.map { sale in
      SoldLine(
        source: sale.key.source, order: sale.key.order, line: sale.key.line, kind: sale.key.kind,
        event: sale.event.flatMap { events.contains($0) ? $0 : nil }, amount: sale.amount,
        at: sale.at)
    }.sorted { $0.isBefore($1) }
  }
}

extension Mark {
  /// Whether both differ in their end at most, with texts compared byte by byte.
  fileprivate func hasKey(of other: Mark) -> Bool {
    func bytes(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
    return event == other.event && startsAt == other.startsAt && kind == other.kind
      && bytes(text) == bytes(other.text) && bytes(creator) == bytes(other.creator)
  }
}
