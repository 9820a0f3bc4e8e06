import LedgerCore
import SQLiteStorage

extension ErrorExample where Value == QueryFault {
  static func all() throws -> [ErrorExample] {
    let book = try ErrorBook()
    let ledger = try SQLiteLedger.open(book.path, for: .reading)
    func ask(
      _ sql: String, _ values: [String: AnswerValue] = [:], isOver: Bool = false,
      timeLimit: Duration? = nil
    ) throws -> QueryFault {
      try thrown {
        _ = try ledger.answer(
          Query(sql, values: values, timeLimit: timeLimit), isCancelled: { isOver })
      }
    }
    let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT max(x) FROM c"
    let large = """
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 500)
      SELECT count(*) FROM (SELECT randomblob(999999) AS b FROM c ORDER BY b)
      """
    let faults = [
      try ask("SELECT titel FROM events"), try ask("DELETE FROM event"),
      try ask("SELECT load_extension('x')"),
      try ask(String(repeating: " ", count: Query.sizeLimit + 20)), try ask("SELECT 1\0"),
      try ask("SELECT :market"), try ask("SELECT ?"), try ask("SELECT 1", ["market": .text("UK")]),
      try ask("SELECT abs(-9223372036854775807 - 1)"), try ask(endless, isOver: true),
      try ask(endless, timeLimit: .milliseconds(10)),
      try ask(large),
    ]
    return faults.map { ErrorExample(value: $0) }
  }
}
