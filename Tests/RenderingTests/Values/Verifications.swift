import LedgerCore

/// Books that are as they were recorded, and books that are not.
enum Verifications {
  /// Nothing is wrong, and no rule found anything.
  static func sound() throws -> Verification {
    var verification = try checked()
    verification.count(.receipts, 1)
    verification.receipt = try Books.current().lastEntry?.receipt
    return verification
  }

  /// Nothing is wrong, but rules found something; of each rule two findings are kept.
  static func soundWithFindings() throws -> Verification {
    var verification = try checked(findingLimit: 2)
    let accepted = AuditFinding(
      rule: .foreignCurrency, subject: "UK/EUR", entry: 12,
      detail: "movements in EUR, where the currency is GBP: 21")
    verification.acceptances[accepted.identity] = 40
    verification.add(accepted)
    for show in ["valentine", "first-try", "pilot", "launch"] {
      verification.add(AuditFinding(rule: .noEnd, subject: show, entry: 9, detail: "has no end"))
    }
    verification.add(
      AuditFinding(
        rule: .refundAboveSale, subject: "shop\u{1B}[2J/1001",
        detail: "−20.00 GBP of 12.50 GBP came back"))
    verification.receipt = try Books.current().lastEntry?.receipt
    return verification
  }

  /// A file, a row, an entry and a kept total were changed.
  static func unsound() throws -> Verification {
    var verification = try checked()
    verification.count(.receipts, 2)
    verification.add(.init(.file, reason: "row 3 is missing from index sale_event"))
    verification.add(
      .init(.references, table: "sale", row: "7", reason: "names an event that is not there"))
    verification.add(
      .init(
        .digests, entry: 7, table: "audience_count", row: "a, views, 2022-01-05\u{7}",
        reason: "what is there is not what was recorded"))
    verification.add(.init(.totals, table: "event_sale_total", reason: "gross is 12.00, not 11.00"))
    verification.add(.init(.receipts, entry: 7, reason: "the digest is another"))
    return verification
  }

  private static func checked(
    findingLimit: Int64 = Verification.flawLimit
  ) throws -> Verification {
    var verification = Verification(findingLimit: findingLimit)
    verification.entries = 1...42
    verification.count(.file, 67)
    verification.count(.schema, 4423)
    verification.count(.references, 4302)
    verification.count(.digests, 128_400)
    verification.count(.totals, 1)
    verification.count(.audit, Int64(AuditRule.allCases.count))
    return verification
  }
}
