/// Checks that a book is as it was recorded.
public protocol VerificationRepository {
  /// Reads the whole book, and returns what is wrong with it.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, or the reason why it could not begin; what
  ///   cannot be read is among what is wrong.
  func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification
}
