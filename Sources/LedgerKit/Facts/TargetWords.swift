public import LedgerCore

/// A target of a market or an event in words.
public struct TargetWords: Equatable, Sendable {
  /// What it is for.
  public enum Scope: Equatable, Sendable {
    /// A market, by its code, an alias or its name.
    case market(String)
    /// The event with a key.
    case event(String)
  }

  /// What it is for.
  public var scope: Scope
  /// The figure, such as `gmv_net`.
  public var metric: String
  /// The period, such as `2022-H1` or `2022-07-05..2022-07-08`; `nil` for the whole of an event.
  public var period: String?
  /// The value as a decimal, such as `100000`.
  public var value: String
  /// The currency's ISO 4217 code; `nil` for what is no money.
  public var currency: String?
  /// Who set it, or reports it.
  public var source: String?

  /// Makes a target.
  public init(
    _ scope: Scope, metric: String, period: String? = nil, value: String, currency: String? = nil,
    source: String? = nil
  ) {
    self.scope = scope
    self.metric = metric
    self.period = period
    self.value = value
    self.currency = currency
    self.source = source
  }
}

extension Book {
  /// The target that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func target(_ words: TargetWords) throws(LedgerError) -> Target {
    let reference = try ledger.reference()
    let scope: Target.Scope =
      switch words.scope {
      case .market(let name): .market(try reference.market(name).code)
      case .event(let key): .event(try EventKey(key))
      }
    let metric = try ReportMetric(name: words.metric)
    let period = try words.period.map { text throws(LedgerError) in try Period(text) }
    let number = try Decimal(words.value, field: "value")
    let amount: Target.Amount =
      if let currency = words.currency {
        .money(Money(micros: number.micros, currency: try reference.currency(currency)))
      } else { .number(number) }
    return try Target(
      scope: scope, metric: metric, period: period, amount: amount, source: words.source)
  }
}

extension Decimal {
  /// Reads a plain decimal.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` that names `field`.
  init(_ text: String, field: String) throws(LedgerError) {
    do { self = try NumberFormat.plain.decimal(text) } catch {
      throw .invalid(field: field, value: text, reason: error.description)
    }
  }
}
