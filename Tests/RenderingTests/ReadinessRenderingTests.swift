import LedgerCore
import LedgerRenderings
import Testing

@Suite struct ReadinessRenderingTests {
  static let goldens = ReadinessFormat.allCases.flatMap { form in
    [
      golden("go", form, Readinesses.goOn), golden("wait", form, Readinesses.wait),
      golden("stop", form, Readinesses.stop),
      golden("no-data", form, Readinesses.withoutData, ownWords),
    ]
  }

  private static let ownWords = Hints(record: { measure in
    measure.isOverShows ? nil : "post it to /\(measure.rawValue)"
  })

  private static func golden(
    _ name: String, _ form: ReadinessFormat,
    _ readiness: @escaping @Sendable () throws -> Readiness, _ hints: Hints = .none
  ) -> Golden {
    Golden("readiness/\(name).\(form.fileExtension)") {
      let text = form.render(try readiness(), CSVStyle(), hints: hints)
      return form == .html ? try StyleSheet.taken(outOf: text) : text
    }
  }

  @Test(arguments: goldens)
  func `a readiness is what its golden files hold`(golden: Golden) throws { try golden.check() }
}
