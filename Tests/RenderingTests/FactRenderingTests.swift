import LedgerCore
import LedgerRenderings
import Testing

@Suite struct FactRenderingTests {
  static let goldens = EventFormat.allCases.flatMap { form in
    facts(form) + histories(form)
  }

  private static func facts(_ form: EventFormat) -> [Golden] {
    [
      golden("event", form) { form.render(try Facts.event()) },
      golden("event-bare", form) { form.render(try Facts.bareEvent()) },
      golden("claim", form) {
        let claim = try Facts.claim()
        let line = try Facts.rollout().history.first { $0.claim == claim.fact }
        return form.render(claim, disputedBy: line?.disputedBy ?? [])
      },
      golden("claim-bare", form) { form.render(try Facts.bareClaim(), disputedBy: []) },
      golden("survey", form) { form.render(try Facts.survey()) },
      golden("survey-bare", form) { form.render(try Facts.bareSurvey()) },
    ]
  }

  private static func histories(_ form: EventFormat) -> [Golden] {
    [
      golden("history-event", form) {
        form.render(try Histories.event()) { form.members($0) }
      },
      golden("history-claim", form) {
        form.render(try Histories.claim()) { form.members($0) }
      },
      golden("history-survey", form) {
        form.render(try Histories.survey()) { form.members($0) }
      },
    ]
  }

  private static func golden(
    _ name: String, _ form: EventFormat, _ text: @escaping @Sendable () throws -> String
  ) -> Golden {
    Golden("facts/\(name).\(form.fileExtension)", text)
  }

  @Test(arguments: goldens)
  func `a fact and its history are what their golden files hold`(golden: Golden) throws {
    try golden.check()
  }
}
