public import LedgerCore

/// A sale, cancellation, refund or adjustment in words.
public struct SaleWords: Equatable, Sendable {
  /// The system that numbered the order.
  public var source: String
  /// The order's number.
  public var order: String
  /// The line's number in the order.
  public var line: Int64
  /// The kind: `sale`, `cancellation`, `refund` or `adjustment`.
  public var kind: String
  /// The product's code.
  public var product: String
  /// How many units; negative for a cancellation or refund, `nil` if they are not known.
  public var quantity: Int64?
  /// The line's amount as a decimal, such as `19.98`; negative for a cancellation or refund.
  public var amount: String
  /// The currency's ISO 4217 code.
  public var currency: String
  /// When it happened, in ISO 8601.
  public var at: String
  /// The earliest that a refund can have happened, if ``at`` is only the latest.
  public var notBefore: String?
  /// The zone of a time without one; `nil` for the setting of the market.
  public var zone: String?
  /// The key of the event that it is credited to; `nil` for none.
  public var event: String?
  /// The market, if it is credited to no event.
  public var market: String?

  /// Makes a sale; it needs an event or a market.
  public init(
    source: String = Sale.defaultSource, order: String, line: Int64 = 1,
    kind: String = Sale.Kind.sale.rawValue, product: String, quantity: Int64?, amount: String,
    currency: String, at: String, notBefore: String? = nil, zone: String? = nil,
    event: String? = nil, market: String? = nil
  ) {
    self.source = source
    self.order = order
    self.line = line
    self.kind = kind
    self.product = product
    self.quantity = quantity
    self.amount = amount
    self.currency = currency
    self.at = at
    self.notBefore = notBefore
    self.zone = zone
    self.event = event
    self.market = market
  }
}

extension Book {
  /// The sale that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func sale(_ words: SaleWords) throws(LedgerError) -> Sale {
    let reference = try ledger.reference()
    guard let kind = Sale.Kind(rawValue: words.kind.lowercased()) else {
      let kinds = Sale.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalid(field: "kind", value: words.kind, reason: "is not one of \(kinds)")
    }
    let currency = try reference.currency(words.currency)
    let amount = Money(
      micros: try Decimal(words.amount, field: "amount").micros, currency: currency)
    func time(_ text: String, _ field: String) throws(LedgerError) -> Instant {
      try instant(text, zone: words.zone, field: field) { () throws(LedgerError) in
        guard let key = words.event else { return try market(words.market)?.code }
        return try ledger.event(EventKey(key)).totals.event.market
      }
    }
    let at = try time(words.at, "at")
    let notBefore = try words.notBefore.map { text throws(LedgerError) in
      try time(text, "not_before")
    }
    var event: EventKey?
    if let key = words.event { event = try EventKey(key) }
    return try Sale(
      source: words.source, order: words.order, line: words.line, kind: kind,
      product: words.product, quantity: words.quantity, amount: amount, at: at,
      notBefore: notBefore,
      event: event,
      market: market(words.market)?.code)
  }
}
