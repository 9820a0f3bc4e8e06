/// A total that a platform reported for an event: somebody else added it up.
///
/// It is kept apart from the facts that the book adds up itself, and is never added to them.
public struct ReportedTotal: Equatable, Sendable {
  /// How much.
  public enum Amount: Hashable, Sendable {
    /// A number of people, things or seconds.
    case number(Decimal)
    /// An amount of a currency.
    case money(Money)
  }

  /// What identifies a reported total; the same figure observed later is another fact.
  public struct Key: Hashable, Sendable {
    /// The event.
    public let event: EventKey
    /// What it is a total of.
    public let measure: Measure
    /// The export or page that reports it.
    public let source: String
    /// When it was reported.
    public let observedAt: Instant
  }

  /// What identifies it.
  public let key: Key
  /// How much.
  public let amount: Amount

  /// Makes a reported total.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an amount that is not of the
  ///   measure's unit, below 0 or too large, and for an invalid source.
  public init(
    event: EventKey, measure: Measure, source: String, observedAt: Instant, amount: Amount
  ) throws(LedgerError) {
    let micros: Int128
    switch (amount, measure.unit) {
    case (.money(let money), .money): micros = money.micros
    case (.number(let number), .number), (.number(let number), .seconds): micros = number.micros
    case (_, let unit):
      throw .invalid(
        field: "measure", value: measure.rawValue,
        reason: unit == .money ? "is an amount of a currency" : "has no currency")
    }
    guard micros >= 0 else {
      throw .invalid(field: "value", value: Self.text(amount), reason: "is below 0")
    }
    guard micros <= Int64.max else {
      throw .invalid(field: "value", value: Self.text(amount), reason: "is too large")
    }
    key = Key(
      event: event, measure: measure, source: try checkedText(source, field: "source"),
      observedAt: observedAt)
    self.amount = amount
  }

  /// The event.
  public var event: EventKey { key.event }
  /// What it is a total of.
  public var measure: Measure { key.measure }
  /// The amount as money, if it is money.
  public var money: Money? { if case .money(let money) = amount { money } else { nil } }
  /// The amount exactly, without its currency.
  public var exactText: String { Self.text(amount) }

  private static func text(_ amount: Amount) -> String {
    switch amount {
    case .number(let number): number.text()
    case .money(let money): money.exactText
    }
  }
}

extension ReportedTotal: Fact {
  /// `gmv_gross that "a" reports of event "on-trend" at 2021-12-09T09:00:00Z`.
  public var subject: String {
    "\(measure.rawValue) that \(quoted(key.source)) reports of event \"\(event)\" "
      + "at \(key.observedAt)"
  }

  /// The amount.
  public var values: [(field: String, text: String)] {
    [("value", exactText + (money.map { " \($0.currency.code)" } ?? ""))]
  }

  /// A later observation is a new fact.
  public var remedy: LedgerError.ConflictRemedy { .laterObservation }
}

extension ReportedTotal.Amount {
  /// Millionths of the currency's unit, or of one.
  var micros: Int128 {
    switch self {
    case .money(let money): money.micros
    case .number(let number): number.micros
    }
  }
}
