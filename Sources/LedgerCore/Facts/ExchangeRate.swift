/// What one unit of a currency was worth in another on a day, as somebody published it.
public struct ExchangeRate: Equatable, Sendable {
  /// What identifies a rate: the book has one a day, whoever publishes it, so that nobody who
  /// converts has to choose.
  public struct Key: Hashable, Sendable {
    /// The currency of which one unit is meant.
    public let base: Currency
    /// The currency in which its worth is stated.
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
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a currency in itself, and for a
  ///   source that is no text.
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

  /// The currency of which one unit is meant.
  public var base: Currency { key.base }
  /// The currency in which its worth is stated.
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

  /// A rate that its publisher has corrected.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}
