/// One row of an answer; it is lent, and the next row may reuse its memory.
public protocol AnswerRow {
  /// How many values there are.
  var count: Int { get }

  /// How many bytes its texts and blobs have.
  var size: Int { get }

  /// The type of the value in a column.
  func type(_ column: Int) -> AnswerValue.ValueType

  /// The value in a column.
  func answer(_ column: Int) -> AnswerValue

  /// Appends a value as data: a number in decimal, bytes in hexadecimal, nothing for null.
  func append(_ column: Int, to bytes: inout [UInt8])
}

/// A row of values that are already in memory.
public struct ListedRow: AnswerRow {
  private let answers: [AnswerValue]

  /// Makes a row of values.
  public init(_ answers: [AnswerValue]) { self.answers = answers }

  /// How many values there are.
  public var count: Int { answers.count }

  /// How many bytes its texts and blobs have.
  public var size: Int {
    answers.reduce(0) { sum, answer in
      switch answer {
      case .null, .integer, .real: sum
      case .text(let text): sum + text.utf8.count
      case .blob(let bytes): sum + bytes.count
      }
    }
  }

  /// The type of the value in a column.
  public func type(_ column: Int) -> AnswerValue.ValueType { answers[column].type }

  /// The value in a column.
  public func answer(_ column: Int) -> AnswerValue { answers[column] }

  /// Appends a value as data.
  public func append(_ column: Int, to bytes: inout [UInt8]) {
    switch answers[column] {
    case .null: break
    case .integer(let integer): bytes += integer.description.utf8
    case .real(let real): bytes += real.description.utf8
    case .text(let text): bytes += text.utf8
    case .blob(let blob): bytes += hexadecimal(blob).utf8
    }
  }
}
