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
  public let reason: RejectionReason
  /// The row as it stands in the file, without its line end; empty where rows are not kept.
  public let rawRecord: [UInt8]

  /// Makes a rejection.
  public init(
    file: String, line: Int, column: String?, value: String?, reason: RejectionReason,
    rawRecord: [UInt8]
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
  public var description: String { described(by: reason.description) }

  /// The place, the value and a reason in other words.
  public func described(by sentence: String) -> String {
    var parts: [String] = []
    if let column { parts.append("column \(quoted(column))") }
    if let value { parts.append("value \(quoted(value))") }
    let subject = parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
    return "\(file):\(line): \(subject)\(predicate(of: sentence))"
  }

  /// A reason, to stand behind the column and the value: without what it repeats of them.
  public func predicate(of sentence: String) -> String {
    guard let value else { return sentence }
    var predicate = sentence
    if case .ledger(let error) = reason, let subject = error.subject {
      predicate = Self.dropping(subject.value, from: sentence, of: subject.field, column)
    }
    guard predicate.utf8.first == UInt8(ascii: "\"") else { return predicate }
    for subject in [quoted(value), "\"\(value)\""] where predicate.hasPrefix(subject + " ") {
      return String(predicate.dropFirst(subject.count + 1))
    }
    return predicate
  }

  /// Where no column can be named, the field says what the value was to be.
  private static func dropping(
    _ value: String, from sentence: String, of field: String, _ column: String?
  ) -> String {
    let subject = quoted(value)
    guard let range = sentence.firstRange(of: subject),
      sentence[..<range.lowerBound].allSatisfy({ $0.isLetter || $0 == " " || $0 == "_" })
    else { return sentence }
    var rest = sentence[range.upperBound...]
    if rest.hasPrefix(":") { rest = rest.dropFirst() }
    rest = rest.drop { $0 == " " }
    return column == nil ? "\(field) \(rest)" : String(rest)
  }
}
