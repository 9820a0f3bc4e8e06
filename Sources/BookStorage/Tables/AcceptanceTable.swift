import LedgerCore
import Rows

/// The `acceptance` table: findings that somebody examined and accepts.
struct AcceptanceTable: Table {
  static let name = "acceptance"
  static let columns: [Column] = [
    .text("rule"), .text("subject"), .text("finding"), .entry, .text("reason"),
  ]
  static let key = ["rule", "subject", "finding", "entry"]
  static let statements = [selectCurrent]

  private static let selectCurrent = """
    SELECT rule, subject, finding, entry
    FROM acceptance
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = acceptance.entry)
    """

  let session: any BookSession

  func insert(_ finding: AuditFinding, reason: String, entry: OpenEntry) throws(StorageError) {
    try entry.insert(
      [
        .text(finding.rule.rawValue), .text(finding.subject), .text(finding.recordedDetail),
        .integer(entry.number), .text(reason),
      ], into: Self.self)
  }

  /// The findings that are accepted now, and by which entry.
  func current() throws(StorageError) -> [AuditFinding.Identity: Int64] {
    let rows = try session.rows(Self.selectCurrent) { row throws(StorageError) in
      (
        AuditFinding.Identity(
          rule: try row.text(0), subject: try row.text(1), detail: try row.text(2)),
        try row.integer(3)
      )
    }
    return Dictionary(rows, uniquingKeysWith: min)
  }
}
