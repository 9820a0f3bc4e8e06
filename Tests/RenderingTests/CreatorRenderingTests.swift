import LedgerRenderings
import Testing

@Suite struct CreatorRenderingTests {
  static let goldens = CreatorFormat.allCases.flatMap { form in
    [
      Golden("creators/programme.\(form.fileExtension)") {
        form.render(
          try CreatorReports.programme(), CSVStyle(), hints: Hints(listAll: { "ask for \($0)" }))
      },
      Golden("creators/empty.\(form.fileExtension)") {
        form.render(try CreatorReports.empty(), CSVStyle())
      },
    ]
  }

  @Test(arguments: goldens)
  func `a report on creators is what its golden files hold`(golden: Golden) throws {
    try golden.check()
  }
}
