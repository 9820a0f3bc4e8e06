import Rows
import SQLite

extension Connection {
  /// All rows of a question.
  func all(_ sql: String) throws(StorageError) -> [[Value]] {
    var statement = try uncachedStatement(sql)
    return try statement.rows { row throws(StorageError) in
      var values: [Value] = []
      for column in 0..<row.columnCount { values.append(try row.value(column)) }
      return values
    }
  }

  /// The error of a statement, which is expected to fail.
  func error(of sql: String, _ values: Value...) -> StorageError? {
    do throws(StorageError) {
      var statement = try uncachedStatement(sql)
      for (offset, value) in values.enumerated() {
        switch value {
        case .integer(let integer): try statement.bind(integer, at: offset + 1)
        case .text(let text): try statement.bind(text, at: offset + 1)
        default: try statement.bind(nil as String?, at: offset + 1)
        }
      }
      try statement.run()
      return nil
    } catch {
      return error
    }
  }
}
