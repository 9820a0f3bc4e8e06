/// The unit of a metric's values.
public enum MetricUnit: String, Sendable {
  /// A whole number.
  case count = "number"
  /// Different people: for several shows, only bounds are known.
  case people
  /// A number with decimals.
  case decimal = "number with decimals"
  /// An amount in a currency.
  case money = "money"
  /// A part of a whole, 0 to 1, shown as a percentage.
  case share = "share"
  /// How many of one thing there are per other thing; may exceed 1.
  case multiple = "ratio"
  /// Seconds.
  case seconds
  /// Hours.
  case hours
}
