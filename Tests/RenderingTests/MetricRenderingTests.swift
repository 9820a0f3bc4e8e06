import LedgerCore
import LedgerRenderings
import Testing

@Suite struct MetricRenderingTests {
  static let goldens = ExplainFormat.allCases.flatMap { form in
    [
      Golden("metrics/all.\(form.fileExtension)") {
        form.render(nil, origin: "Made up by a test.")
      },
      Golden("metrics/one.\(form.fileExtension)") {
        form.render(.ordersPerClick, origin: "Made up by a test.")
      },
    ]
  }

  @Test(arguments: goldens)
  func `a definition is what its golden files hold`(golden: Golden) throws { try golden.check() }
}
