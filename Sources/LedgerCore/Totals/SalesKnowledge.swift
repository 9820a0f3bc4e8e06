/// What the book knows of the sales of an event.
public enum SalesKnowledge: Equatable, Sendable {
  /// Something was sold: a line of kind `sale` is credited to it.
  case sold
  /// A coverage says that nothing was; so much of the market's currency, which is 0.
  case soldNothing(Currency)
  /// It has no line of kind `sale`, and may have sold something that is not recorded.
  case unknown(SalesGap)
}

/// Why it is not known whether an event without sales sold nothing.
public enum SalesGap: Hashable, Sendable {
  /// No coverage includes the event.
  case notCovered
  /// The event is covered, but not the sales of a source that credits sales to events.
  case sourceNotCovered(String)
  /// The sales of a source are covered, but all of its orders are credited to no event.
  case creditedToNone(source: String, orders: Int64)
}

extension SalesGap: CustomStringConvertible {
  /// Why, as a clause.
  public var description: String {
    switch self {
    case .notCovered: "nothing says that all sales of that time are recorded"
    case .sourceNotCovered(let source):
      "nothing says that all sales of \(source) of that time are recorded"
    case .creditedToNone(let source, let orders):
      "\(grouped(orders)) order\(orders == 1 ? "" : "s") of \(source) "
        + "\(orders == 1 ? "is" : "are") credited to no show"
    }
  }
}

extension EventTotals {
  /// Whether the sales credited to it are not known.
  var isOfUnknownSales: Bool { if case .unknown = knowledge { true } else { false } }

  /// Whether it is known to have sold nothing.
  var hasSoldNothing: Bool { if case .soldNothing = knowledge { true } else { false } }

  /// Whether something of it came back, and what it sold is not known.
  func hasReturnsOfUnknownSales(_ part: SalePart, _ totals: SaleTotals) -> Bool {
    isOfUnknownSales
      && sales.contains { $0.currency == totals.currency && part.value($0) > 0 }
  }

  /// The sales credited to it; totals of 0 if it is known to have sold nothing.
  var knownSales: [SaleTotals] {
    guard case .soldNothing(let currency) = knowledge, sales.isEmpty else { return sales }
    return [SaleTotals(currency: currency)]
  }

  /// The gross in a currency, in millionths; `nil` if it is unknown, was not converted, or is of
  /// other currencies.
  func gross(in currency: Currency?) -> Int128? {
    switch knowledge {
    case .sold:
      sales.first { $0.currency == currency && $0.hasSold }.flatMap(SalePart.gross.wholeValue)
    case .soldNothing: 0
    case .unknown: nil
    }
  }

  /// How many orders it has; `nil` if that is unknown.
  var knownOrders: Int64? {
    switch knowledge {
    case .sold: orders
    case .soldNothing: 0
    case .unknown: nil
    }
  }
}

extension SaleTotals {
  /// Whether a line of kind `sale` is among them.
  var hasSold: Bool { orders > 0 || units > 0 || gross > 0 }
}
