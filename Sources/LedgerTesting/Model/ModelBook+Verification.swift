import LedgerCore

/// Whether the book is as it was recorded, and what is accepted of what the rules find.
extension ModelBook {
  func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification {
    guard plan.since >= 0, plan.since <= lastEntry else {
      throw .unknownEntry(plan.since, last: lastEntry)
    }
    var result = Verification(findingLimit: plan.findingLimit)
    for acceptance in current(acceptances).reversed() {
      result.acceptances[acceptance.fact.identity] = acceptance.entry
    }
    if plan.since < lastEntry { result.entries = plan.since + 1...lastEntry }
    for entry in result.entries.map(Array.init) ?? [] {
      result.count(.digests, 1)
      if try digest(of: entry) != digests[Int(entry) - 1] {
        result.add(.init(.digests, entry: entry, reason: "was changed"))
      }
    }
    for receipt in plan.receipts {
      result.count(.receipts, 1)
      guard receipt.entry >= 1, receipt.entry <= lastEntry else {
        result.add(.init(.receipts, entry: receipt.entry, reason: "is not in the book"))
        continue
      }
      if self.receipt(receipt.entry) != receipt {
        result.add(.init(.receipts, entry: receipt.entry, reason: "is not what its receipt says"))
      }
    }
    for finding in findings { result.add(finding) }
    if result.isSound, lastEntry > 0 { result.receipt = receipt(lastEntry) }
    return result
  }

  mutating func accept(
    _ rule: AuditRule, of subjects: [String]?, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> AcceptanceRecord {
    let found = findings.filter { $0.rule == rule }
    for subject in subjects ?? [] where !found.contains(where: { $0.subject == subject }) {
      throw .unknownFinding(rule: rule.rawValue, subject: subject)
    }
    let known = Set(current(acceptances).map(\.fact.identity))
    let new = found.filter { finding in
      !known.contains(finding.identity) && subjects?.contains(finding.subject) ?? true
    }
    guard !new.isEmpty else { return AcceptanceRecord(receipt: nil, accepted: []) }
    acceptances += new.map { Recorded(fact: $0, entry: lastEntry + 1) }
    reasons[lastEntry + 1] = reason
    try close(draft)
    return AcceptanceRecord(receipt: receipt(lastEntry), accepted: new)
  }
}
