import LedgerCore
import Rows

/// Kept queries that read what has become a number.
extension Audit {
  static let keptQueries = """
    SELECT name, entry, statement
    FROM questions
    WHERE entry <= (SELECT last_entry FROM decimal_text)
    ORDER BY name
    """

  /// Finds queries from before the change that read a column whose type changed, each with its
  /// first such line as it can be written.
  func findQueriesOfText(_ result: inout Verification) throws(StorageError) {
    try session.forEach(Self.keptQueries) { row throws(StorageError) in
      let statement = try row.text(2)
      guard let (column, line) = Self.textRead(by: statement) else { return }
      result.add(
        AuditFinding(
          rule: .queryReadsText, subject: try row.text(0), entry: try row.integer(1),
          detail: "reads \(column), which was decimal text and is a number; to read the text, "
            + "write: \(line)"))
    }
  }

  /// The first column of a statement that was decimal text, and its line with the name of the text.
  static func textRead(by statement: String) -> (column: String, line: String)? {
    let tokens = SQLToken.all(of: statement)
    let views = DecimalText.columns.filter { view, _ in tokens.contains { $0.isName(view) } }
    for (index, token) in tokens.enumerated() {
      guard let (view, column) = views.first(where: { token.isName($0.value) }),
        index == 0 || !tokens[index - 1].isName("as")
      else { continue }
      let bytes = Array(statement.utf8)
      let newLine = UInt8(ascii: "\n")
      let start = bytes[..<token.range.lowerBound].lastIndex(of: newLine).map { $0 + 1 } ?? 0
      let end = bytes[token.range.upperBound...].firstIndex(of: newLine) ?? bytes.count
      var line = Array(bytes[start..<end])
      // From the end, so that places before it stay what they are.
      for other in tokens.reversed()
      where other.isName(column) && other.range.lowerBound >= start && other.range.upperBound <= end
      {
        line.replaceSubrange(
          other.range.lowerBound - start..<other.range.upperBound - start,
          with: Array("\(column)_text".utf8))
      }
      return ("\(view).\(column)", String(decoding: line, as: UTF8.self).trimmed)
    }
    return nil
  }
}
