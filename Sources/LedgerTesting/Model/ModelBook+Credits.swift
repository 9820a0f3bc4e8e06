import LedgerCore

/// Which show sold an order, and how that is recorded.
extension ModelBook {
  mutating func record(
    _ batch: [Credit], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Credit>] {
    var known = current(credits).map(\.fact)
    let entry = lastEntry + 1
    var outcomes: [Outcome<Credit>] = []
    var new: [Credit] = []
    for credit in batch {
      let alike = known.filter {
        $0.isOfSameLine(credit) && $0.event == credit.event && $0.channel == credit.channel
      }
      if alike.contains(where: { $0.isBy(credit.creator) }) {
        outcomes.append(.alreadyRecorded)
      } else if let twin = new.first(where: { new in
        alike.contains(new) && new.isOfSameLine(credit)
      }) {
        outcomes.append(.conflicting(recorded: twin))
      } else {
        new.append(credit)
        known.append(credit)
        credits.append(Recorded(fact: credit, entry: entry))
        outcomes.append(.recorded)
      }
    }
    return try close(outcomes, draft)
  }

  /// The sales with the events to which credits credit them.
  func credited(
    _ sales: [Model.Movement], among events: [Event], asOf entry: Int64?
  ) -> [Model.Movement] {
    let credits = current(credits, asOf: entry).map(\.fact)
    return sales.map { movement in
      let own = credits.filter { $0.isOf(movement.sale) }
      var movement = movement
      movement.channel = own.filter { $0.channel != nil }.min { $0.stands(before: $1) }?.channel
      let ofShows = own.filter { credit in
        events.contains { $0.key == credit.event && $0.market == movement.market }
      }
      guard let event = ofShows.min(by: { $0.stands(before: $1) })?.event else { return movement }
      var credited = movement.with(movement.sale.credited(to: event))
      credited.isByCredit = true
      return credited
    }
  }

  func credits(_ filter: CreditFilter, limit: Int?, asOf entry: Int64?) -> [CreditRecord] {
    let events = facts(asOf: entry).events
    let sales = current(sales, asOf: entry).map(\.fact)
    let records = current(credits, asOf: entry).map { recorded in
      CreditRecord(
        credit: recorded.fact, state: state(recorded.fact, sales, events, asOf: entry),
        entry: recorded.entry)
    }
    let found = records.filter {
      (filter.event == nil || $0.credit.event == filter.event)
        && (filter.order == nil
          || Array($0.credit.order.utf8) == filter.order.map { Array($0.utf8) })
        && (filter.state == nil || $0.state == filter.state)
        && filter.entries?.contains($0.entry) ?? true
    }.sorted { $0.credit.isListed(before: $1.credit) }
    return Array(found.prefix(limit ?? found.count))
  }

  private func state(
    _ credit: Credit, _ sales: [Model.Movement], _ events: [Event], asOf entry: Int64?
  ) -> CreditState {
    let own = sales.filter { credit.isOf($0.sale) }
    guard !own.isEmpty else { return .noSale }
    guard credit.event != nil else { return .named }
    guard let event = events.first(where: { $0.key == credit.event }) else { return .noShow }
    let ofMarket = own.filter { $0.market == event.market }
    guard !ofMarket.isEmpty else { return .otherMarket }
    let credits = current(credits, asOf: entry).map(\.fact)
    let isStanding = ofMarket.contains { movement in
      let rivals = credits.filter { rival in
        rival.isOf(movement.sale)
          && events.contains { $0.key == rival.event && $0.market == movement.market }
      }
      return rivals.min { $0.stands(before: $1) }?.event == credit.event
    }
    return isStanding ? .credited : .overruled
  }

  func creditedTwice() -> [AuditFinding] {
    let ofShows = current(credits).filter { $0.fact.event != nil }
    let groups = Dictionary(grouping: ofShows) { credit in
      [credit.fact.source, credit.fact.order, "\(credit.fact.line ?? -1)"].map { Array($0.utf8) }
    }
    return groups.values.compactMap { own in
      let shows = Set(own.compactMap(\.fact.event)).sorted().map(\.description)
      guard shows.count > 1, let first = own.first?.fact else { return nil }
      return AuditFinding(
        rule: .creditedTwice, subject: "\(first.source)/\(first.order)",
        entry: own.map(\.entry).max(),
        detail: (first.line.map { "line \($0) is" } ?? "all lines are") + " credited to "
          + shows.joined(separator: " and "))
    }
  }

  /// The entries after which orders may have moved to an event or away from it.
  func entriesOfCredits(to key: EventKey, since first: Int64) -> [Int64] {
    let same = sameShows.filter {
      ($0.fact.event == key || $0.fact.other == key) && $0.entry >= first
    }
    let shown = Set(same.flatMap { [$0.fact.event, $0.fact.other] } + [key])
    let sold = sales.filter { movement in
      guard let event = movement.fact.sale.event, shown.contains(event) else { return false }
      // What came before it was about an earlier event with its key.
      guard event != key || movement.entry >= first else { return false }
      return !same.isEmpty || credits.contains { $0.fact.isOfOrder(movement.fact.sale) }
    }.map(\.fact.sale)
    func isOf(_ credit: Credit) -> Bool { credit.event.map(shown.contains) ?? false }
    func isOwn(_ credit: Credit) -> Bool {
      isOf(credit) || sold.contains { credit.isOfOrder($0) }
        || credits.contains { isOf($0.fact) && $0.fact.isOfSameOrder(credit) }
    }
    let own = credits.filter { isOwn($0.fact) }
    let ofOrders = sales.filter { movement in
      own.contains { $0.fact.isOfOrder(movement.fact.sale) }
        || sold.contains { Model.isSameOrder($0, movement.fact.sale) }
    }
    let named = events.filter { event in own.contains { $0.fact.event == event.fact.key } }
    return own.map(\.entry) + ofOrders.map(\.entry) + named.map(\.entry) + same.map(\.entry)
  }
}

extension Credit {
  func isOfOrder(_ sale: Sale) -> Bool {
    source.utf8.elementsEqual(sale.key.source.utf8) && order.utf8.elementsEqual(sale.key.order.utf8)
  }

  fileprivate func isOf(_ sale: Sale) -> Bool {
    isOfOrder(sale) && (line == nil || line == sale.key.line)
  }

  fileprivate func isOfSameOrder(_ other: Credit) -> Bool {
    source.utf8.elementsEqual(other.source.utf8) && order.utf8.elementsEqual(other.order.utf8)
  }

  fileprivate func isOfSameLine(_ other: Credit) -> Bool {
    isOfSameOrder(other) && line == other.line
  }

  /// Whether it goes before another one of the same sale.
  fileprivate func stands(before other: Credit) -> Bool {
    if (line == nil) != (other.line == nil) { return line != nil }
    if observedAt != other.observedAt {
      guard let observedAt else { return false }
      return other.observedAt.map { observedAt > $0 } ?? true
    }
    return isNamed(before: other)
  }

  /// Whether its show and its channel come before those of another one.
  private func isNamed(before other: Credit) -> Bool {
    func words(_ credit: Credit) -> [[UInt8]] {
      [credit.event?.description ?? "", credit.channel?.rawValue ?? ""].map { Array($0.utf8) }
    }
    return words(self).lexicographicallyPrecedes(words(other)) { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether somebody is named no other than its creator.
  fileprivate func isBy(_ creator: String?) -> Bool {
    creator.map { name in self.creator.map { $0.utf8.elementsEqual(name.utf8) } ?? false } ?? true
  }

  fileprivate func isListed(before other: Credit) -> Bool {
    func place(_ credit: Credit) -> [[UInt8]] {
      [Array(credit.source.utf8), Array(credit.order.utf8)]
    }
    if place(self) != place(other) {
      return place(self).lexicographicallyPrecedes(place(other)) {
        $0.lexicographicallyPrecedes($1)
      }
    }
    if line != other.line { return (line ?? -1) < (other.line ?? -1) }
    return isNamed(before: other)
  }
}
