/// What one unit of a currency was worth in another on a day, according to a publisher.
public struct ExchangeRate: Equatable, Sendable {
  /// What identifies a rate.
  ///
  /// The book has one rate a day, no matter who publishes it, so that no conversion has to choose.
  public struct Key: Hashable, Sendable {
    /// The currency whose unit is valued.
    public let base: Currency
    /// The currency in which the value is stated.
    public let currency: Currency
    /// The day, as the publisher counts days.
    public let day: CalendarDay
  }

  /// What identifies it.
  public let key: Key
  /// How many units of the currency one unit of the base is worth.
  public let value: RateValue
  /// Who published it.
  public let source: String

  /// Makes a rate.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if both currencies are the same, and
  ///   for an invalid source.
  public init(
    base: Currency, currency: Currency, day: CalendarDay, value: RateValue, source: String
  ) throws(LedgerError) {
    guard base.code != currency.code else {
      throw .invalid(field: "currency", value: currency.code, reason: "is the base itself")
    }
    key = Key(base: base, currency: currency, day: day)
    self.value = value
    self.source = try checkedText(source, field: "source")
  }

  /// The currency whose unit is valued.
  public var base: Currency { key.base }
  /// The currency in which the value is stated.
  public var currency: Currency { key.currency }
  /// The day.
  public var day: CalendarDay { key.day }
}

extension ExchangeRate: Fact {
  /// `rate of 1 EUR in GBP on 2021-12-08`.
  public var subject: String { "rate of 1 \(base.code) in \(currency.code) on \(day)" }

  /// The rate and its source.
  public var values: [(field: String, text: String)] {
    [("rate", value.text), ("source", quoted(source))]
  }

  /// A publisher may correct a rate.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}
