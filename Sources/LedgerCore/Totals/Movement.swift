/// A movement of units and money, from which totals are computed.
package struct Movement: Equatable {
  /// The row of the event, if the movement is credited to one.
  package let event: Int64?
  package let market: Market.Code
  package let currency: Currency
  package var product: String?
  package let kind: Sale.Kind
  package let line: Int64
  /// When it took place, or the latest that it can have.
  package let at: Instant
  /// The earliest that it can have taken place; the same if ``at`` is exact.
  package let notBefore: Instant
  package let quantity: Int64
  package let isQuantityUnknown: Bool
  /// Millionths of the currency's unit.
  package let micros: Int64
  /// The channel that sold it, if it is known.
  package var channel: Channel?

  package init(
    event: Int64?, market: Market.Code, currency: Currency, product: String?, kind: Sale.Kind,
    line: Int64, at: Instant, notBefore: Instant? = nil, quantity: Int64,
    isQuantityUnknown: Bool = false, micros: Int64
  ) {
    self.event = event
    self.market = market
    self.currency = currency
    self.product = product
    self.kind = kind
    self.line = line
    self.at = at
    self.notBefore = notBefore ?? at
    self.quantity = quantity
    self.isQuantityUnknown = isQuantityUnknown
    self.micros = micros
  }

  /// Whether its time is known only by bounds.
  package var isBounded: Bool { notBefore < at }

  /// Whether an order counts at this movement rather than at the other.
  package func isEarlier(than other: Movement) -> Bool { (at, line) < (other.at, other.line) }
}
