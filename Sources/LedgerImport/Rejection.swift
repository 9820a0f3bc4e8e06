import LedgerCore

/// A row, or one value of it, that was not recorded, and why.
public struct Rejection: Equatable, Sendable, CustomStringConvertible {
  /// What the file is called.
  public let file: String
  /// The physical line on which the row begins, from 1 on.
  public let line: Int
  /// The column concerned, as the file names it; `nil` where the row as a whole is.
  public let column: String?
  /// What stands there.
  public let value: String?
  /// Why it cannot be recorded.
  public let reason: String
  /// The row as it stands in the file, without its line end; empty where rows are not kept.
  public let rawRecord: [UInt8]

  /// Makes a rejection.
  public init(
    file: String, line: Int, column: String?, value: String?, reason: String, rawRecord: [UInt8]
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.reason = reason
    self.rawRecord = rawRecord
  }

  /// The place, the value and the reason.
  ///
  /// `sales.csv:12: column "UnitPrice", value "abc": is not a number written like 1234.56`
  public var description: String {
    var parts: [String] = []
    if let column { parts.append("column \(quoted(column))") }
    if let value { parts.append("value \(quoted(value))") }
    let subject = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
    return "\(file):\(line): \(subject)\(reason)"
  }
}
