package import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Reads the whole book, and returns what is wrong with it.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, or the reason why it could not begin.
  package func verify(_ plan: VerificationPlan) throws(LedgerError) -> Verification {
    let result = try read { () throws(SQLiteError) -> Result<Verification, LedgerError> in
      let last = (try? Chain(connection: connection).lastEntry()) ?? 0
      guard (0...max(0, last)).contains(plan.since) else {
        return .failure(.unknownEntry(plan.since, last: last))
      }
      let other = isShared ? try? Connection(path: path, mode: .readOnly) : nil
      var verifier = Verifier(connection: connection, plan: plan, beside: other)
      verifier.run()
      return .success(verifier.result)
    }
    return try result.get()
  }
}
