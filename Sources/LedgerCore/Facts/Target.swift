/// A target: a value that a market or an event should reach.
public struct Target: Equatable, Sendable {
  /// What a target is for.
  public enum Scope: Hashable, Sendable {
    /// A whole market.
    case market(Market.Code)
    /// One event.
    case event(EventKey)
  }

  /// What identifies a target; another value under the same key is a restatement.
  public struct Key: Hashable, Sendable {
    /// What it is for.
    public let scope: Scope
    /// The metric.
    public let metric: ReportMetric
    /// The period; `nil` for the whole of an event.
    public let period: Period?
  }

  /// What identifies it.
  public let key: Key
  /// How much: money, a number, or a ratio.
  public let amount: Amount
  /// Who set it, or reports it, if known.
  public let source: String?

  /// The value of a target.
  public enum Amount: Hashable, Sendable {
    /// A number of people or things, or a ratio.
    case number(Decimal)
    /// An amount of a currency.
    case money(Money)
  }

  /// Makes a target.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a market's target without a period,
  ///   for an amount that is not of the metric's unit, for a value below 0 or too large, and for an
  ///   invalid source.
  public init(
    scope: Scope, metric: ReportMetric, period: Period?, amount: Amount, source: String? = nil
  ) throws(LedgerError) {
    if case .market = scope, period == nil {
      throw .invalid(field: "period", value: "", reason: "is missing: a market's target has one")
    }
    let isMoney = if case .money = amount { true } else { false }
    guard isMoney == (metric.unit == .money) else {
      throw .invalid(
        field: "metric", value: metric.rawValue,
        reason: isMoney ? "has no currency" : "is an amount of a currency")
    }
    let micros = Self.micros(amount)
    guard micros >= 0 else {
      throw .invalid(
        field: "value", value: Decimal(micros: micros).text(), reason: "is below 0")
    }
    guard micros <= Int64.max else {
      throw .invalid(
        field: "value", value: Decimal(micros: micros).text(), reason: "is too large")
    }
    key = Key(scope: scope, metric: metric, period: period)
    self.amount = amount
    self.source = if let source { try checkedText(source, field: "source") } else { nil }
  }

  /// What it is for.
  public var scope: Scope { key.scope }
  /// The metric.
  public var metric: ReportMetric { key.metric }
  /// The period; `nil` for the whole of an event.
  public var period: Period? { key.period }
  /// The event, if it is for one.
  public var event: EventKey? { if case .event(let event) = scope { event } else { nil } }
  /// The amount as money, if it is money.
  public var money: Money? { if case .money(let money) = amount { money } else { nil } }
  /// The amount in millionths.
  public var micros: Int128 { Self.micros(amount) }
  /// The amount exactly, without its currency.
  public var exactText: String { money?.exactText ?? Decimal(micros: micros).text() }

  private static func micros(_ amount: Amount) -> Int128 {
    switch amount {
    case .number(let number): number.micros
    case .money(let money): money.micros
    }
  }
}

extension Target: Fact {
  /// `target of gmv_net of market UK in 2022-H1`.
  public var subject: String {
    let owner =
      switch scope {
      case .market(let market): "market \(market)"
      case .event(let event): "event \"\(event)\""
      }
    return "target of \(metric) of \(owner)" + (period.map { " in \($0)" } ?? "")
  }

  /// The amount.
  public var values: [(field: String, text: String)] {
    [("value", exactText + (money.map { " \($0.currency.code)" } ?? ""))]
  }

  /// A target may be set again.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}
