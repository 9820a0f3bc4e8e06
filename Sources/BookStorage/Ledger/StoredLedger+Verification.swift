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
      var verifier = Verifier(session: session, plan: plan, storage: storageChecks())
      verifier.run()
      return .success(verifier.result)
    }
    return try result.get()
  }
}
