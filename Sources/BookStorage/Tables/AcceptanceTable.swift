import LedgerCore
import Rows

/// The `acceptance` table: findings that somebody examined and accepts.
struct AcceptanceTable: Table {
  static let name = "acceptance"
  static let columns: [Column] = [
    .text("rule"), .text("subject", "subject of the finding: a show's key, an order, …"),
    .text("finding", "text of the finding, with its figures"), .entry,
    .words("reason", "hash of the reason for accepting it, of the table person_text"),
  ]
  static let key = ["rule", "subject", "finding", "entry"]
  static let statements = [selectCurrent]

  private static let selectCurrent = """
    SELECT rule, subject, finding, entry
    FROM acceptance
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = acceptance.entry)
    """

  let session: any BookSession

  func insert(_ finding: AuditFinding, reason: String, entry: any EntryWriter) throws(StorageError)
  {
    try entry.insert(
      [
        .text(finding.rule.rawValue), .text(finding.subject), .text(finding.recordedDetail),
        .integer(entry.number), .text(try entry.hash(of: reason)),
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
