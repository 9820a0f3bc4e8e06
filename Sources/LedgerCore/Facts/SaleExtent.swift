extension Sale {
  /// How the amount of a movement relates to everything that has moved on its order.
  public enum Extent: Sendable {
    /// One movement by itself, under its own line.
    case movement
    /// The sum of all movements of the kind on the order so far, as some exports state it.
    ///
    /// What the book lacks of the sum is recorded under the next free line, or nothing if the book
    /// has more. Once the book has a cancellation of the order, that cancellation stands for what
    /// is paid back.
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
    public let line: Int64
    /// The currency.
    public let currency: Currency
    /// Millionths of the currency's unit.
    public let micros: Int64

    /// Makes a part.
    public init(kind: Kind, line: Int64, currency: Currency, micros: Int64) {
      self.kind = kind
      self.line = line
      self.currency = currency
      self.micros = micros
    }
  }
}

extension Sale.Extent {
  /// Returns what the book lacks of a stated part; `nil` if it lacks nothing.
  ///
  /// `known`: what the book has of the order.
  public func lacking(of stated: Sale.Part, known: [Sale.Part]) -> Sale.Part? {
    func sum(_ kind: Sale.Kind, from line: Int64 = 0) -> Int128 {
      known.filter { $0.kind == kind && $0.line >= line && $0.currency == stated.currency }
        .reduce(0) { $0 + Int128($1.micros) }
    }
    let lacking: Int128
    switch self {
    case .movement: return stated
    case .orderSoFar:
      if known.contains(where: { $0.kind == .cancellation }) { return nil }
      lacking = Int128(stated.micros) - sum(stated.kind)
      // An older sum takes nothing back.
      guard lacking != 0, lacking.signum() == stated.micros.signum() else { return nil }
    case .refundsTakenBack:
      lacking = -sum(.refund) - sum(stated.kind, from: stated.line)
      guard lacking != 0 else { return nil }
    }
    let last = known.filter { $0.kind == stated.kind }.map(\.line).max() ?? -1
    return Sale.Part(
      kind: stated.kind, line: max(stated.line, last + 1), currency: stated.currency,
      micros: Int64(clamping: lacking))
  }
}
