import LedgerCore
import SQLite

/// The `acceptance` table: findings that somebody examined and accepts.
struct AcceptanceTable: Table {
  static let name = "acceptance"
  static let columns: [Column] = [
    .text("rule"), .text("subject"), .text("finding"), .integer("entry"), .text("reason"),
  ]
  static let key = ["rule", "subject", "finding", "entry"]
  static let statements = [insert, selectCurrent]

  private static let insert = """
    INSERT INTO acceptance (rule, subject, finding, entry, reason)
    VALUES (?1, ?2, ?3, ?4, ?5)
    """
  private static let selectCurrent = """
    SELECT rule, subject, finding, entry
    FROM acceptance
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = acceptance.entry)
    """

  let connection: Connection

  func insert(_ finding: AuditFinding, reason: String, entry: OpenEntry) throws(SQLiteError) {
    try entry.insert(
      [
        .text(finding.rule.rawValue), .text(finding.subject), .text(finding.detail),
        .integer(entry.number), .text(reason),
      ], into: Self.self, by: Self.insert)
  }

  /// The findings that are accepted now, and by which entry.
  func current() throws(SQLiteError) -> [AuditFinding.Identity: Int64] {
    var statement = try connection.statement(Self.selectCurrent)
    let rows = try statement.rows { row throws(SQLiteError) in
      (
        AuditFinding.Identity(
          rule: try row.text(0), subject: try row.text(1), detail: try row.text(2)),
        try row.integer(3)
      )
    }
    return Dictionary(rows, uniquingKeysWith: min)
  }
}
