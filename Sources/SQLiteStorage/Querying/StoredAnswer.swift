package import LedgerCore
import Rows
import SQLite

/// One row of an answer as the book returns it, in memory that the next row reuses.
package struct StoredAnswer: AnswerRow, Sendable {
  var buffer = RowBuffer()

  /// How many values there are.
  package var count: Int { buffer.count }

  /// How many bytes its texts and blobs have.
  package var size: Int { buffer.size }

  /// The type of the value in a column.
  package func type(_ column: Int) -> AnswerValue.ValueType {
    switch buffer.type(column) {
    case .null: .null
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .blob: .blob
    }
  }

  /// The value in a column.
  package func answer(_ column: Int) -> AnswerValue {
    switch buffer.type(column) {
    case .null: .null
    case .integer: .integer(buffer.integer(column))
    case .real: .real(buffer.real(column))
    case .text: .text(String(decoding: buffer.bytes(column), as: UTF8.self))
    case .blob: .blob(Array(buffer.bytes(column)))
    }
  }

  /// Appends a value as data: a number in decimal, bytes in hexadecimal, nothing for null.
  package func append(_ column: Int, to bytes: inout [UInt8]) {
    switch buffer.type(column) {
    case .null: break
    case .integer: Self.append(buffer.integer(column), to: &bytes)
    case .real: bytes += buffer.real(column).description.utf8
    case .text: bytes += buffer.bytes(column)
    case .blob:
      for byte in buffer.bytes(column) {
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      }
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// `String(integer)` would take most of the time that a number takes.
  private static func append(_ integer: Int64, to bytes: inout [UInt8]) {
    var rest = integer.magnitude
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    var first = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    // Reversing a slice would copy it twice.
    var last = bytes.count - 1
    while first < last {
      bytes.swapAt(first, last)
      first += 1
      last -= 1
    }
  }
}
