package import LedgerCore

/// Over which time sales are complete, and how that is recorded.
extension ModelBook {
  func coverages(in market: Market.Code?, asOf entry: Int64?) -> [CoverageRecord] {
    current(coverages, asOf: entry)
      .map { CoverageRecord(coverage: $0.fact, entry: $0.entry) }
      .filter { market == nil || $0.coverage.market == market }
      .enumerated().sorted { place($0) < place($1) }.map(\.element)
  }

  private func place(_ item: (offset: Int, element: CoverageRecord)) -> (String, Instant, Int) {
    let coverage = item.element.coverage
    return ("\(coverage.market)", coverage.startsAt, item.offset)
  }

  mutating func record(
    _ batch: [Coverage], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Coverage>] {
    var known = current(coverages).map(\.fact)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Coverage>] = []
    for coverage in batch {
      if let refusal = unknownMarket(coverage.market) {
        outcomes.append(.refused(refusal))
      } else if known.contains(where: { $0.isOfSameStretch(coverage) }) {
        outcomes.append(.alreadyRecorded)
      } else {
        known.append(coverage)
        coverages.append(Recorded(fact: coverage, entry: entry))
        outcomes.append(.recorded)
      }
    }
    return try close(outcomes, draft)
  }
}

extension Coverage {
  /// Whether both cover the same, with names compared byte by byte.
  fileprivate func isOfSameStretch(_ other: Coverage) -> Bool {
    func bytes(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
    return market == other.market && bytes(platform) == bytes(other.platform)
      && bytes(source) == bytes(other.source) && bytes(creator) == bytes(other.creator)
      && startsAt == other.startsAt && endsAt == other.endsAt
  }
}

extension Model {
  /// How many orders each source of a market sold in a period, and how many name an event.
  package func sourceOrders(
    in market: Market.Code, during period: InstantRange
  ) -> [SourceOrders] {
    let sold = sales.filter {
      $0.market == market && $0.sale.key.kind == .sale && period.contains($0.sale.at)
    }
    return Dictionary(grouping: sold) { $0.sale.key.source }.map { source, lines in
      SourceOrders(
        source: source, orders: Int64(Set(lines.map(\.sale.key.order)).count),
        credited: Int64(Set(lines.filter { $0.sale.event != nil }.map(\.sale.key.order)).count))
    }.sorted { $0.source < $1.source }
  }
}
