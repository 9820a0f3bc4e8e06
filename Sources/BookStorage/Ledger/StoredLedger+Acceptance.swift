package import LedgerCore
import Rows

extension StoredLedger {
  /// Accepts findings of a rule as they are now; one whose figures change later is found again.
  ///
  /// `subjects`: what they are about; `nil` for everything that the rule finds.
  /// - Throws: ``LedgerError/unknownFinding(rule:subject:)``.
  package func accept(
    _ rule: AuditRule, of subjects: [String]?, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> AcceptanceRecord {
    let found = try verify(VerificationPlan(findingLimit: .max)).findings
      .filter { $0.rule == rule }
    for subject in subjects ?? [] where !found.contains(where: { $0.subject == subject }) {
      throw .unknownFinding(rule: rule.rawValue, subject: subject)
    }
    return try write { () throws(StorageError) in
      let table = AcceptanceTable(session: session)
      let known = try table.current()
      let new = found.filter { finding in
        known[finding.identity] == nil && subjects?.contains(finding.subject) ?? true
      }
      guard !new.isEmpty else { return AcceptanceRecord(receipt: nil, accepted: []) }
      let entry = try OpenEntry(
        draft, recording: Entry.Counts(.acceptances, new.count), session: session)
      for finding in new { try table.insert(finding, reason: reason, entry: entry) }
      return AcceptanceRecord(receipt: try entry.close(), accepted: new)
    }
  }
}
