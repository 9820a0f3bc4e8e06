/// A dated movement of units and money.
public struct Sale: Equatable, Sendable {
  /// The kind of a movement.
  public enum Kind: String, CaseIterable, Sendable {
    /// A line of an order was sold: quantity and amount are 0 or more.
    case sale
    /// A line was cancelled: quantity and amount are 0 or less.
    case cancellation
    /// A line was refunded: quantity and amount are 0 or less.
    case refund
    /// A correction of the accounts, up or down.
    case adjustment
  }

  /// What identifies a movement: the source, the order, the line and the kind.
  public struct Key: Hashable, Sendable {
    /// The system that numbered the order.
    public let source: String
    /// The order's number there.
    public let order: String
    /// The line within the order.
    public let line: Int64
    /// The kind of movement.
    public let kind: Kind
  }

  /// What identifies the movement.
  public let key: Key
  /// What was sold, as the source calls it.
  public let product: String?
  /// Units; negative if they came back, and 0 if they are not known.
  public let quantity: Int64
  /// Whether nobody says how many units moved.
  public let isQuantityUnknown: Bool
  /// Money; negative if it was paid back.
  public let amount: Money
  /// When the movement took place, or the latest that it can have.
  public let at: Instant
  /// The earliest that a refund can have taken place; `nil` if ``at`` is exact.
  public let notBefore: Instant?
  /// The instant of which the source shows the state of the order; `nil` if it does not say.
  public let observedAt: Instant?
  /// The event it is credited to, if any.
  public let event: EventKey?
  /// The market; it may be left out if there is an event, whose market then counts.
  public let market: Market.Code?
  /// How the amount relates to everything that has moved on the order.
  public let extent: Extent

  /// The source of movements that name none.
  public static let defaultSource = "ledger"

  /// The most units that one line can move.
  public static let maximumQuantity: Int64 = 1_000_000_000

  /// The largest amount that one line can move, either way, in millionths: 10¹² of the currency.
  ///
  /// So a sum of nine of them still fits 64 bits, and a market's year, which is added up in 128
  /// bits, is far from any limit.
  public static let maximumMicros: Int64 = 1_000_000_000_000_000_000

  /// Makes a movement.
  ///
  /// `quantity`: the units; `nil` if they are not known.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if a sign does not fit the kind, a text
  ///   is invalid, the source or order has an invisible character, the quantity or amount is too
  ///   large, the line is below 0, neither event nor market is named, what is no refund has bounds,
  ///   or they are in the wrong order.
  public init(
    source: String = Sale.defaultSource, order: String, line: Int64, kind: Kind = .sale,
    product: String?, quantity: Int64?, amount: Money, at: Instant, notBefore: Instant? = nil,
    observedAt: Instant? = nil, event: EventKey? = nil, market: Market.Code? = nil,
    extent: Extent = .movement
  ) throws(LedgerError) {
    try self.init(
      recorded: source, order: order, line: line, kind: kind, product: product,
      quantity: quantity, amount: amount, at: at, notBefore: notBefore, observedAt: observedAt,
      event: event, market: market, extent: extent)
    try checkVisible(source, field: "source")
    try checkVisible(order, field: "order")
    try Self.check(amount, atMost: Self.maximumMicros)
  }

  /// Makes a movement that a book has: an older program may have recorded what is refused now.
  package init(
    recorded source: String, order: String, line: Int64, kind: Kind, product: String?,
    quantity: Int64?, amount: Money, at: Instant, notBefore: Instant?, observedAt: Instant?,
    event: EventKey?, market: Market.Code?, extent: Extent = .movement
  ) throws(LedgerError) {
    let isQuantityUnknown = quantity == nil
    let quantity = quantity ?? 0
    guard event != nil || market != nil else {
      throw .invalid(
        field: "market", value: "", reason: "is missing: a sale names an event or a market")
    }
    guard line >= 0 else {
      throw .invalid(field: "line", value: "\(line)", reason: "is below 0")
    }
    guard quantity.magnitude <= Self.maximumQuantity.magnitude else {
      throw .invalid(
        field: "quantity", value: "\(quantity)", reason: "is more than 1,000,000,000")
    }
    try Self.check(amount, atMost: .max)
    try Self.checkSign(kind, quantity: quantity, amount: amount)
    try Self.checkBounds(kind, from: notBefore, to: at)
    key = Key(
      source: try checkedText(source, field: "source"),
      order: try checkedText(order, field: "order"),
      line: line, kind: kind)
    self.product = if let product { try checkedText(product, field: "product") } else { nil }
    self.quantity = quantity
    self.isQuantityUnknown = isQuantityUnknown
    self.amount = amount
    self.at = at
    self.notBefore = notBefore == at ? nil : notBefore
    self.observedAt = observedAt
    self.event = event
    self.market = market
    self.extent = extent
  }

  /// Makes a movement from values that are known to be valid.
  init(
    valid key: Key, product: String?, quantity: Int64, isQuantityUnknown: Bool, amount: Money,
    at: Instant, notBefore: Instant, observedAt: Instant?, event: EventKey?, market: Market.Code?,
    extent: Extent
  ) {
    self.key = key
    self.product = product
    self.quantity = quantity
    self.isQuantityUnknown = isQuantityUnknown
    self.amount = amount
    self.at = at
    self.notBefore = notBefore == at ? nil : notBefore
    self.observedAt = observedAt
    self.event = event
    self.market = market
    self.extent = extent
  }

  private static func check(_ amount: Money, atMost micros: Int64) throws(LedgerError) {
    guard amount.micros.magnitude <= micros.magnitude else {
      throw .invalid(
        field: "amount", value: amount.exactText,
        reason: "is more than 1,000,000,000,000, the most that one line can move")
    }
  }

  private static func checkBounds(
    _ kind: Kind, from notBefore: Instant?, to at: Instant
  ) throws(LedgerError) {
    guard let notBefore else { return }
    guard kind == .refund else {
      throw .invalid(
        field: "not_before", value: notBefore.description,
        reason: "is of a \(kind.rawValue): only a refund may have bounds instead of its time")
    }
    guard notBefore <= at else {
      throw .invalid(
        field: "not_before", value: notBefore.description,
        reason: "is after \(at), the latest that the refund can have taken place")
    }
  }

  private static func checkSign(
    _ kind: Kind, quantity: Int64, amount: Money
  ) throws(LedgerError) {
    let isBack: Bool
    switch kind {
    case .adjustment: return
    case .sale: isBack = false
    case .cancellation, .refund: isBack = true
    }
    if isBack ? quantity > 0 : quantity < 0 {
      throw .invalid(
        field: "quantity", value: "\(quantity)",
        reason: "a \(kind.rawValue) moves 0 or \(isBack ? "fewer" : "more") units")
    }
    if isBack ? amount.micros > 0 : amount.micros < 0 {
      throw .invalid(
        field: "amount", value: amount.exactText,
        reason: "a \(kind.rawValue) moves an amount of 0 or \(isBack ? "less" : "more")")
    }
  }
}
