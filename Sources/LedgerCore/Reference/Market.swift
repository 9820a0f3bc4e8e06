/// A country in which shows sell.
public struct Market: Hashable, Sendable {
  /// A market's code: ISO 3166-1 alpha-2, but `UK` for the United Kingdom.
  public struct Code: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Two capital letters.
    public let description: String

    /// Makes a code as the reference table gives it.
    public init(_ code: String) { description = code }

    /// Alphabetical order.
    public static func < (left: Code, right: Code) -> Bool {
      left.description < right.description
    }
  }

  /// What the ledger calls the market.
  public let code: Code
  /// ISO 3166-1 alpha-2: `GB` for the United Kingdom.
  public let isoCode: String
  /// The country's name in English.
  public let name: String
  /// The currency that people there pay in.
  public let currency: Currency
  /// The zone of its clocks in the tz database, if the whole country has one.
  public let timeZone: String?
  /// The zone of most people there, if the clocks of the country differ.
  public let principalZone: PrincipalZone?
  /// The zone that a local time there is in, where nearly everyone lives by one clock.
  public var certainZone: String? {
    timeZone ?? principalZone.flatMap { $0.isAssumed ? nil : $0.name }
  }

  /// Makes a market as the reference table gives it.
  public init(
    code: Code, isoCode: String, name: String, currency: Currency, timeZone: String?,
    principalZone: PrincipalZone? = nil
  ) {
    self.code = code
    self.isoCode = isoCode
    self.name = name
    self.currency = currency
    self.timeZone = timeZone
    self.principalZone = principalZone
  }
}
