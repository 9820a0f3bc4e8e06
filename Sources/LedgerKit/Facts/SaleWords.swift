public import LedgerCore

/// A sale, cancellation, refund or adjustment in words.
public struct SaleWords: Equatable, Sendable {
  /// The system that numbered the order.
  public var source = Sale.defaultSource
  /// The order's number.
  public var order: String
  /// The line's number in the order.
  public var line: Int64
  /// The kind: `sale`, `cancellation`, `refund` or `adjustment`.
  public var kind = Sale.Kind.sale.rawValue
  /// The product's code.
  public var product: String
  /// How many units; negative for a cancellation or refund.
  public var quantity: Int64
  /// The line's amount as a decimal, such as `19.98`; negative for a cancellation or refund.
  public var amount: String
  /// The currency's ISO 4217 code.
  public var currency: String
  /// When it happened, in ISO 8601.
  public var at: String
  /// The zone of a time without one; `nil` if it has one.
  public var zone: String?
  /// The key of the event that it is credited to; `nil` for none.
  public var event: String?
  /// The market, if it is credited to no event.
  public var market: String?

  /// Makes a sale that is credited to no event and of no market yet: it needs one of them.
  public init(
    order: String, line: Int64 = 1, product: String, quantity: Int64, amount: String,
    currency: String, at: String
  ) {
    self.order = order
    self.line = line
    self.product = product
    self.quantity = quantity
    self.amount = amount
    self.currency = currency
    self.at = at
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
    let amount = try Money(words.amount, in: reference.currency(words.currency))
    let at = try zones.instant(words.at, zone: words.zone, field: "at")
    var event: EventKey?
    if let key = words.event { event = try EventKey(key) }
    return try Sale(
      source: words.source, order: words.order, line: words.line, kind: kind,
      product: words.product, quantity: words.quantity, amount: amount, at: at, event: event,
      market: market(words.market, of: reference))
  }

  private func market(
    _ name: String?, of reference: Reference
  ) throws(LedgerError) -> Market.Code? {
    guard let name else { return nil }
    return try reference.market(name).code
  }
}

extension Money {
  /// Reads a plain decimal.
  fileprivate init(_ text: String, in currency: Currency) throws(LedgerError) {
    do {
      self.init(micros: try NumberFormat.plain.decimal(text).micros, currency: currency)
    } catch {
      throw .invalid(field: "amount", value: text, reason: error.description)
    }
  }
}
