/// A currency of ISO 4217.
public struct Currency: Hashable, Sendable {
  /// Three capital letters.
  public let code: String
  /// Decimals of its minor unit: 2 for GBP, 0 for JPY, 3 for KWD.
  public let digits: Int

  /// Makes a currency as the reference table gives it.
  public init(code: String, digits: Int) {
    self.code = code
    self.digits = digits
  }
}
