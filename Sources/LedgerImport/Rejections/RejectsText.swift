import Tabular

/// The bytes of a file of rejected rows: the rows as they stand, each with its line and the reason.
package struct RejectsText {
  /// How the rows begin; `nil` for rows of JSON.
  private let head: TableHead?

  /// Makes the text of rows of a table, or of JSON if there is no head.
  package init(_ head: TableHead?) { self.head = head }

  /// The names of the columns; empty for rows of JSON.
  package var heading: [UInt8] {
    guard let head else { return [] }
    var writer = CSVWriter(delimiter: head.delimiter)
    writer.append(head.names + ["rejected_line", "rejected_reason"])
    return writer.bytes
  }

  /// A rejected row; `sentence`: its reason, maybe in other words.
  package func row(_ rejection: Rejection, because sentence: String) -> [UInt8] {
    let predicate = rejection.predicate(of: sentence)
    let reason = rejection.column.map { "\($0): \(predicate)" } ?? predicate
    guard let head else { return json(rejection, reason) }
    var writer = CSVWriter(delimiter: head.delimiter)
    writer.append(["\(rejection.line)", reason])
    return rejection.rawRecord + [head.delimiter] + writer.bytes
  }

  /// An object gets two more members; anything else stays as it is.
  private func json(_ rejection: Rejection, _ reason: String) -> [UInt8] {
    var row = rejection.rawRecord
    while let last = row.last, last <= 0x20 { row.removeLast() }
    let newLine = UInt8(ascii: "\n")
    guard row.first == UInt8(ascii: "{"), row.popLast() == UInt8(ascii: "}") else {
      return rejection.rawRecord + [newLine]
    }
    let members = JSON.object([
      ("rejected_line", .integer(Int64(rejection.line))), ("rejected_reason", .string(reason)),
    ]).text(pretty: false)
    // An object without members has nothing to stand before a comma.
    let isEmpty = !row.dropFirst().contains { $0 > 0x20 }
    return row + Array((isEmpty ? "" : ",").utf8) + Array(members.utf8.dropFirst()) + [newLine]
  }
}
