import LedgerRenderings
import Tabular
import Testing

@Suite struct CreatorRenderingTests {
  static let goldens = CreatorFormat.allCases.flatMap { form in
    [
      Golden("creators/programme.\(form.fileExtension)") {
        form.render(
          try CreatorReports.programme(), CSVWriter(), hints: Hints(listAll: { "ask for \($0)" }))
      },
      Golden("creators/empty.\(form.fileExtension)") {
        form.render(try CreatorReports.empty(), CSVWriter())
      },
    ]
  }

  @Test(arguments: goldens)
  func `a report on creators is what its golden files hold`(golden: Golden) throws {
    try golden.check()
  }
}
