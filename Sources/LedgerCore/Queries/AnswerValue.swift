/// A value in the answer to a query.
public enum AnswerValue: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The type of a value.
  public enum ValueType: Sendable { case null, integer, real, text, blob }

  /// The type of the value.
  public var type: ValueType {
    switch self {
    case .null: .null
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .blob: .blob
    }
  }
}
