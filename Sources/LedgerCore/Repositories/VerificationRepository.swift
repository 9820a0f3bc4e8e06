/// Checks that a book is as it was recorded, and accepts what its rules find.
public protocol VerificationRepository {
  /// Reads the whole book, and returns what is wrong with it.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, or the reason why it could not begin; what
  ///   cannot be read is among what is wrong.
  func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification

  /// Accepts findings of a rule as they are now; one whose figures change later is found again.
  ///
  /// `subjects`: what they are about; `nil` for everything that the rule finds.
  /// - Throws: ``LedgerError/unknownFinding(rule:subject:)``
  func accept(
    _ rule: AuditRule, of subjects: [String]?, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> AcceptanceRecord
}
