import LedgerRenderings
import Testing

@Suite struct AnswerRenderingTests {
  static let goldens =
    ListingFormat.allCases.flatMap { form in
      [
        Golden("answers/values.\(form.fileExtension)") { Answers.text(AnswerStyle(format: form)) },
        Golden("answers/bare.\(form.fileExtension)") {
          Answers.text(
            AnswerStyle(
              format: form, hasHeader: false, null: "NULL\u{7}", isSpreadsheetSafe: true,
              isForScreen: true))
        },
        Golden("answers/none.\(form.fileExtension)") {
          Answers.text(AnswerStyle(format: form), [])
        },
      ]
    } + [
      Golden("answers/plan.txt") { Answers.plan().text },
      Golden("answers/plan-empty.txt") { PlanTree().text },
      Golden("answers/faults.txt") {
        Answers.faults.map { FaultText($0).text }.joined(separator: "\n\n") + "\n"
      },
      Golden("answers/question.txt") {
        let versions = try Answers.question()
        return SavedQueryText.page(versions[1], of: versions)
      },
      Golden("answers/question-retired.txt") {
        let versions = try Answers.question()
        return SavedQueryText.page(versions[2], of: versions)
      },
    ]

  @Test(arguments: goldens)
  func `an answer is what its golden files hold`(golden: Golden) throws { try golden.check() }
}
