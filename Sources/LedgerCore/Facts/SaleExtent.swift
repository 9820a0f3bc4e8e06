extension Sale {
  /// How the amount of a movement relates to everything that has moved on its order.
  public enum Extent: Sendable {
    /// One movement by itself, under its own line.
    case movement
    /// One movement of the whole order, under a line of its own.
    ///
    /// It is of the product that it names only if the order has no other line.
    case wholeOrder
    /// The sum of all movements of the kind on the order so far, as some exports state it.
    ///
    /// What the book lacks of the sum is recorded under the next free line, or nothing if the book
    /// has more. Once the book has cancellations of all lines of the order, these stand for what is
    /// paid back. The quantity is that of the product so far.
    case orderSoFar
    /// An adjustment of a cancelled order by as much as the book has refunded of the order.
    ///
    /// Its own amount does not count. It keeps what was refunded earlier from being subtracted
    /// twice.
    case refundsTakenBack
  }

  /// The part of a movement that an extent depends on.
  public struct Part: Equatable, Sendable {
    /// What moved.
    public let kind: Kind
    /// The line within the order.
    public var line: Int64
    /// The product; `nil` if it is not known.
    public var product: String?
    /// The currency.
    public let currency: Currency
    /// Millionths of the currency's unit.
    public var micros: Int64
    /// Units; `nil` if they are not known.
    public var quantity: Int64?
    /// When it took place, or the latest that it can have.
    public let at: Instant
    /// The earliest that it can have taken place; the same if ``at`` is exact.
    public var notBefore: Instant

    /// Makes a part.
    public init(
      kind: Kind, line: Int64, product: String?, currency: Currency, micros: Int64,
      quantity: Int64?, at: Instant, notBefore: Instant
    ) {
      self.kind = kind
      self.line = line
      self.product = product
      self.currency = currency
      self.micros = micros
      self.quantity = quantity
      self.at = at
      self.notBefore = notBefore
    }
  }

  /// What a batch and the book together say of an order of which a sum is stated.
  public struct StatedOrder: Sendable {
    /// Whether it has exactly one line of kind `sale`, so that what is paid back is of that one.
    public let hasOneLine: Bool
    /// Whether the batch states the units that came back in each row of the order.
    public let hasQuantities: Bool
    /// The last instant of which a source showed the state that the book has; `nil` if none did.
    public let lastObserved: Instant?

    /// Makes what is known of an order.
    public init(hasOneLine: Bool, hasQuantities: Bool, lastObserved: Instant?) {
      self.hasOneLine = hasOneLine
      self.hasQuantities = hasQuantities
      self.lastObserved = lastObserved
    }
  }
}

extension Sale.Extent {
  /// Returns what the book lacks of a stated part: nothing, one movement, or money and units apart.
  ///
  /// `known`: what the book has of the order.
  public func lacking(
    of stated: Sale.Part, known: [Sale.Part], _ order: Sale.StatedOrder
  ) -> [Sale.Part] {
    func sum(_ kind: Sale.Kind, from line: Int64 = 0) -> Int128 {
      known.filter { $0.kind == kind && $0.line >= line && $0.currency == stated.currency }
        .reduce(0) { $0 + Int128($1.micros) }
    }
    var part = stated
    let last = known.filter { $0.kind == stated.kind }.map(\.line).max() ?? -1
    part.line = max(stated.line, last + 1)
    switch self {
    case .movement: return [stated]
    case .wholeOrder:
      if !order.hasOneLine { part.product = nil }
      part.line = stated.line
      return [part]
    case .orderSoFar:
      if Self.isCancelled(known) { return [] }
      let lacking = Int128(stated.micros) - sum(stated.kind)
      // An older sum takes nothing back.
      let isLacking = lacking != 0 && lacking.signum() == stated.micros.signum()
      part.micros = isLacking ? Int64(clamping: lacking) : 0
      part.notBefore = order.earliest(of: stated)
      return parts(part, units: lackingUnits(of: stated, known: known), order)
    case .refundsTakenBack:
      let lacking = -sum(.refund) - sum(stated.kind, from: stated.line)
      part.micros = Int64(clamping: lacking)
      return lacking == 0 ? [] : [part]
    }
  }

  /// Whether all lines that were sold are cancelled.
  private static func isCancelled(_ known: [Sale.Part]) -> Bool {
    let cancelled = Set(known.filter { $0.kind == .cancellation }.map(\.line))
    return !cancelled.isEmpty
      && known.allSatisfy { $0.kind != .sale || cancelled.contains($0.line) }
  }

  /// The units of a product that the book lacks, with the sign of what is stated.
  private func lackingUnits(of stated: Sale.Part, known: [Sale.Part]) -> Int64 {
    guard let quantity = stated.quantity else { return 0 }
    let others = known.filter {
      $0.kind == stated.kind && ($0.product == nil || $0.product == stated.product)
    }
    let lacking = Int128(quantity) - others.reduce(0) { $0 + Int128($1.quantity ?? 0) }
    return lacking.signum() == quantity.signum() ? Int64(clamping: lacking) : 0
  }

  /// Money of an order with several lines is of no certain product; units are of the row's.
  private func parts(
    _ lacking: Sale.Part, units: Int64, _ order: Sale.StatedOrder
  ) -> [Sale.Part] {
    guard lacking.micros != 0 || units != 0 else { return [] }
    if order.hasOneLine {
      var part = lacking
      part.quantity = lacking.quantity == nil && lacking.micros != 0 ? nil : units
      return [part]
    }
    var (money, returned) = (lacking, lacking)
    money.product = nil
    money.quantity = order.hasQuantities ? 0 : nil
    returned.micros = 0
    returned.quantity = units
    if money.micros != 0 { returned.line += 1 }
    return (money.micros == 0 ? [] : [money]) + (units == 0 ? [] : [returned])
  }
}

extension Sale.StatedOrder {
  /// The earliest that what is new of a sum can have moved: the sources before did not show it.
  fileprivate func earliest(of stated: Sale.Part) -> Instant {
    guard stated.notBefore < stated.at, let lastObserved, lastObserved < stated.at else {
      return stated.notBefore
    }
    return max(stated.notBefore, lastObserved)
  }
}
