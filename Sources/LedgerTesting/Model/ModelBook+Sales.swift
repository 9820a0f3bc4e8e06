import LedgerCore

/// How sales and reported totals are recorded.
extension ModelBook {
  mutating func record(
    _ batch: [Sale], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<Sale>] {
    let before = statedFacts()
    var current = before
    let entry = lastEntry + 1
    var outcomes: [Outcome<Sale>] = []
    for sale in batch {
      let market: Market.Code
      switch self.market(of: sale, in: current) {
      case .success(let code): market = code
      case .failure(let refusal):
        outcomes.append(.refused(refusal))
        continue
      }
      let order = current.sales.filter { Model.isSameOrder($0.sale, sale) }
      let known = order.first {
        $0.sale.key.line == sale.key.line && $0.sale.key.kind == sale.key.kind
      }
      if sale.extent == .movement || sale.extent == .wholeOrder, let known {
        outcomes.append(
          known.isSame(sale, in: market)
            ? .alreadyRecorded : .conflicting(recorded: try known.sale.of(known.market)))
        continue
      }
      let parts = sale.extent.lacking(
        of: sale.part, known: order.map(\.sale.part), stated(sale, batch, before))
      for part in parts {
        let movement = Model.Movement(sale: try sale.with(part), market: market)
        current.sales.append(movement)
        sales.append(Recorded(fact: movement, entry: entry))
      }
      outcomes.append(parts.isEmpty ? .alreadyRecorded : .recorded)
    }
    return try close(outcomes, draft)
  }

  /// What a batch and the book say of the order of a sale.
  private func stated(_ sale: Sale, _ batch: [Sale], _ before: Model) -> Sale.StatedOrder {
    let known = before.sales.map(\.sale).filter { Model.isSameOrder($0, sale) }
    let rows = batch.filter { row in
      guard case .success = market(of: row, in: before) else { return false }
      return Model.isSameOrder(row, sale)
    }
    let lines = Set((known + rows).filter { $0.key.kind == .sale }.map(\.key.line))
    return Sale.StatedOrder(
      hasOneLine: lines.count == 1,
      hasQuantities: !rows.contains { $0.extent == .orderSoFar && $0.isQuantityUnknown },
      lastObserved: known.compactMap(\.observedAt).max())
  }

  /// The market that a sale names or its event has.
  private func market(of sale: Sale, in facts: Model) -> Result<Market.Code, LedgerError> {
    var market = sale.market
    if let key = sale.event {
      guard let event = facts.event(key) else { return .failure(unknownEvent(key)) }
      if let market, market != event.market {
        return .failure(
          .marketOfEvent(
            event: key.description, market: event.market.description, given: market.description))
      }
      market = event.market
    }
    guard let market, reference.markets.contains(where: { $0.code == market }) else {
      return .failure(.unknownMarket(market?.description ?? "", near: []))
    }
    if let refusal = unknownCurrency(sale.amount.currency) { return .failure(refusal) }
    return .success(market)
  }

  mutating func record(
    _ batch: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<ReportedTotal>] {
    var current = facts()
    let entry = lastEntry + 1
    var outcomes: [Outcome<ReportedTotal>] = []
    for total in batch {
      guard current.event(total.event) != nil else {
        outcomes.append(.refused(unknownEvent(total.event)))
        continue
      }
      if let refusal = unknownCurrency(total.money?.currency) {
        outcomes.append(.refused(refusal))
        continue
      }
      let known = current.reported.first {
        $0.key == total.key && $0.key.source.utf8.elementsEqual(total.key.source.utf8)
      }
      if let known {
        outcomes.append(
          known.amount == total.amount ? .alreadyRecorded : .conflicting(recorded: known))
        continue
      }
      current.reported.append(total)
      totals.append(Recorded(fact: total, entry: entry))
      outcomes.append(.recorded)
    }
    return try close(outcomes, draft)
  }
}

extension Model.Movement {
  /// Whether a sale under the same key says the same.
  fileprivate func isSame(_ other: Sale, in market: Market.Code) -> Bool {
    self.market == market && sale.event == other.event && sale.amount == other.amount
      && sale.at == other.at && sale.notBefore == other.notBefore
      && (other.extent == .wholeOrder
        || sale.product == other.product && sale.quantity == other.quantity
          && sale.isQuantityUnknown == other.isQuantityUnknown)
  }
}

extension Sale {
  /// What its extent depends on.
  fileprivate var part: Part {
    Part(
      kind: key.kind, line: key.line, product: product, currency: amount.currency,
      micros: Int64(clamping: amount.micros), quantity: isQuantityUnknown ? nil : quantity, at: at,
      notBefore: notBefore ?? at)
  }

  /// The movement that a part of it is.
  fileprivate func with(_ part: Part) throws(LedgerError) -> Sale {
    try Sale(
      source: key.source, order: key.order, line: part.line, kind: key.kind,
      product: part.product, quantity: part.quantity,
      amount: Money(micros: Int128(part.micros), currency: amount.currency), at: part.at,
      notBefore: part.notBefore < part.at ? part.notBefore : nil, observedAt: observedAt,
      event: event, market: market)
  }

  /// The same sale with its market, as the book has it.
  fileprivate func of(_ market: Market.Code) throws(LedgerError) -> Sale {
    try Sale(
      source: key.source, order: key.order, line: key.line, kind: key.kind, product: product,
      quantity: isQuantityUnknown ? nil : quantity, amount: amount, at: at, notBefore: notBefore,
      observedAt: observedAt, event: event, market: market)
  }
}
