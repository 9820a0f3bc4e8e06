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

  /// Of a threshold of 2 %: what is shown is on the same side of it as the number.
  @Test(
    arguments: [
      (0.01964, "1.96 %"), (0.0204, "2.04 %"), (0.02, "2.0 %"), (0.0219, "2.2 %"),
      (0.0199996, "1.9999 %"), (0.019999999, "1.9999 %"), (0.020000001, "2.0001 %"),
    ] as [(Double, String)])
  func `a bound is not rounded onto or across its threshold`(number: Double, text: String) throws {
    let criterion = try ReadinessCriterion(
      measure: .clickToOrder, pass: 0.02, stop: nil, reason: nil)
    let finding = ReadinessFinding(
      criterion, value: 0.03, interval: Interval(lower: number, upper: 0.05), basis: "9 shows",
      size: 9)
    let policy = ReadinessPolicy(
      name: "p", version: 1, currency: .gbp, lastShows: 9, criteria: [criterion])
    let readiness = Readiness(
      market: .uk, policy: policy, book: Books.empty, findings: [finding], shows: 9)
    #expect(readiness.rendered(as: .text).contains("  \(text) to 5.0 %"))
  }
}
