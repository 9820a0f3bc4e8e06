package import LedgerCore

extension AcceptanceRecord {
  /// What was accepted, in a sentence; `rule`: the one that found it.
  package func sentence(of rule: AuditRule) -> String {
    guard let entry else { return "there is nothing left to accept; nothing was added" }
    let number = Int64(accepted.count)
    return "accepted \(grouped(number)) finding\(number == 1 ? "" : "s") of \(rule.rawValue) "
      + "in entry \(entry)"
  }
}
