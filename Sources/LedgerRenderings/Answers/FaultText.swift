package import LedgerCore

/// What is wrong with an SQL statement, with a caret below the position of the error.
package struct FaultText {
  package let text: String

  /// How much of a long line is shown, in columns.
  private static let room = 76

  package init(_ fault: QueryFault) {
    // SQLite repeats text of the statement and of the book.
    let sentence = printable(fault.sentence)
    guard let offset = fault.offset, offset >= 0, offset <= fault.sql.utf8.count else {
      text = sentence
      return
    }
    let bytes = Array(fault.sql.utf8)
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
    func shown(_ range: Range<Int>) -> String {
      printable(String(decoding: bytes[range], as: UTF8.self))
    }
    var (before, after) = (shown(start..<offset), shown(offset..<end))
    if width(before) > Self.room / 2 { before = "…" + before.suffix(Self.room / 2 - 1) }
    let rest = Self.room - width(before)
    if width(after) > rest { after = after.prefix(rest - 1) + "…" }

    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false).count
    let number = bytes[..<offset].count { $0 == newline } + 1
    let label = lines > 1 ? "\(number): " : ""
    let margin = String(repeating: " ", count: 2 + width(label) + width(before))
    text = "\(sentence)\n  \(label)\(before)\(after)\n\(margin)^"
  }
}
