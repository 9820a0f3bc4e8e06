/// A value as SQLite stores it.
public enum Value: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// An integer, or null for `nil`.
  public static func optional(_ integer: Int64?) -> Value { integer.map(Value.integer) ?? .null }

  /// A text, or null for `nil`.
  public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}
