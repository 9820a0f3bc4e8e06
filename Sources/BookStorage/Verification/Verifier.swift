import LedgerCore
import Rows

/// Runs all checks of a book; each one runs even if another cannot read.
struct Verifier {
  let session: any BookSession
  let plan: VerificationPlan
  /// What the engine itself checks.
  private let storage: any StorageChecks
  private(set) var result: Verification

  init(session: any BookSession, plan: VerificationPlan, storage: any StorageChecks) {
    self.session = session
    self.plan = plan
    self.storage = storage
    result = Verification(findingLimit: plan.findingLimit)
  }

  mutating func run() {
    attempt(.audit) { verifier throws(StorageError) in
      verifier.result.acceptances = try AcceptanceTable(session: verifier.session).current()
    }
    attempt(.schema) { verifier throws(StorageError) in
      try verifier.storage.checkSchema(&verifier.result)
    }
    FactsCheck(session: session, plan: plan).run(&result)
    attempt(.totals) { verifier throws(StorageError) in
      try RetentionCheck(session: verifier.session).run(&verifier.result)
    }
    attempt(.digests) { verifier throws(StorageError) in
      try WordsCheck(session: verifier.session).run(&verifier.result)
    }
    attempt(.audit) { verifier throws(StorageError) in
      try Audit(session: verifier.session).run(&verifier.result)
    }
    attempt(.references) { verifier throws(StorageError) in
      try verifier.storage.checkReferences(except: FactsCheck.large, &verifier.result)
    }
    attempt(.file) { verifier throws(StorageError) in
      try verifier.storage.checkFile(&verifier.result)
    }
  }

  private mutating func attempt(
    _ check: Verification.Check, _ body: (inout Verifier) throws(StorageError) -> Swift.Void
  ) {
    do throws(StorageError) { try body(&self) } catch {
      result.add(.init(check, reason: "cannot be read: \(error.message)"))
    }
  }
}
