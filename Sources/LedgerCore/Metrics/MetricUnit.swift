/// What the values of a metric are.
public enum MetricUnit: String, Sendable {
  /// A whole number.
  case count = "number"
  /// People: of several shows only bounds are known.
  case people
  /// A number with decimals.
  case decimal = "number with decimals"
  /// An amount of a currency.
  case money = "money"
  /// A part of a whole, 0 to 1, shown as percent.
  case share = "share"
  /// How many of one come on one of the other; may pass 1.
  case multiple = "ratio"
  /// Seconds.
  case seconds
  /// Hours.
  case hours
}
