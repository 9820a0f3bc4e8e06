/// Tells whether a book is as it was recorded.
public protocol VerificationRepository {
  /// Reads all of the book, and says what is wrong with it.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, or why it could not begin; what cannot
  ///   be read is among what is wrong.
  func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification
}
