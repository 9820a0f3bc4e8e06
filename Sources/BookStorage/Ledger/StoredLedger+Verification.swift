package import LedgerCore
import Rows

extension StoredLedger {
  /// Reads the whole book, and returns what is wrong with it.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, or the reason why it could not begin.
  package func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification {
    let result = try read { () throws(StorageError) -> Result<Verification, LedgerError> in
      let last = (try? Chain(session: session).lastEntry()) ?? 0
      guard (0...max(0, last)).contains(plan.since) else {
        return .failure(.unknownEntry(plan.since, last: last))
      }
      return .success(verification(plan, with: storageChecks()))
    }
    return try result.get()
  }

  /// What is wrong with the book as the session sees it, in the middle of a transaction, too.
  package func verification(
    _ plan: VerificationPlan, with storage: any StorageChecks
  ) -> Verification {
    var verifier = Verifier(session: session, plan: plan, storage: storage)
    verifier.run()
    return verifier.result
  }
}
