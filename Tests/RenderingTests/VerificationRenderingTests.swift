import LedgerRenderings
import Testing

@Suite struct VerificationRenderingTests {
  static let goldens = VerificationFormat.allCases.flatMap { form in
    [
      Golden("verification/sound.\(form.fileExtension)") {
        form.render(try Verifications.sound())
      },
      Golden("verification/findings.\(form.fileExtension)") {
        form.render(try Verifications.soundWithFindings())
      },
      Golden("verification/unsound.\(form.fileExtension)") {
        form.render(try Verifications.unsound())
      },
    ]
  }

  @Test(arguments: goldens)
  func `a verification is what its golden files hold`(golden: Golden) throws {
    try golden.check()
  }
}
